/**
 * Final losses of the 28 small runs, nats per token, read off six panels to 0.003 (Du et al. 2024, Fig 2, arXiv:2403.15796). The figure shows six runs of
 * 1B parameters and table 5 lists five: the one of 2.306 is taken for an unlisted run of 375B tokens and left out.
 */
export const SMALL_LOSSES: ReadonlyArray<readonly [string, number]> = [
  ['300M-67B', 2.727],
  ['300M-125B', 2.648],
  ['300M-250B', 2.579],
  ['300M-500B', 2.575],
  ['540M-33B', 2.657],
  ['540M-66B', 2.57],
  ['540M-125B', 2.493],
  ['540M-250B', 2.483],
  ['540M-500B', 2.454],
  ['1B-33B', 2.538],
  ['1B-67B', 2.439],
  ['1B-125B', 2.355],
  ['1B-250B', 2.336],
  ['1B-500B', 2.278],
  ['1.5B-67B', 2.378],
  ['1.5B-100B', 2.334],
  ['1.5B-125B', 2.294],
  ['1.5B-250B', 2.273],
  ['1.5B-375B', 2.249],
  ['1.5B-500B', 2.229],
  ['3B-67B', 2.299],
  ['3B-125B', 2.209],
  ['3B-250B', 2.18],
  ['3B-500B', 2.135],
  ['6B-33B', 2.338],
  ['6B-67B', 2.23],
  ['6B-125B', 2.135],
  ['6B-250B', 2.104],
];
