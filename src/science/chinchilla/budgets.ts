/** Budgets at which the compute-optimal size is told, FLOP: 1e18 to 1e26, among them that of Gopher and Chinchilla (5.76e23). */
export const BUDGETS: readonly number[] = [1e18, 1e19, 1e20, 1e21, 1e22, 1e23, 5.76e23, 1e24, 1e25, 1e26];
