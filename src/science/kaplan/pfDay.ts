/** One PF-day: 10^15 FLOP a second for a day, in FLOP (Kaplan et al. 2020, section 1.3, arXiv:2001.08361). */
export const PF_DAY = 8.64e19;
