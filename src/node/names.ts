import {HEADINGS} from '../report/figures/headings.ts';

/** Names that the config room takes from the registries of later rooms. */
export const NAMES = {figures: Object.values(HEADINGS).map(({name}) => name)};
