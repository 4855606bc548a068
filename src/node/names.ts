import type {Heading} from '../report/figure.ts';
import {HEADINGS} from '../report/figures/headings.ts';
import {FORMS} from '../report/quantities/forms.ts';
import {FIT_NEEDS} from '../science/laws/needs.ts';

const headings: readonly Heading[] = Object.values(HEADINGS);
const namesOf = (chosen: readonly Heading[]) => chosen.map(({name}) => name);

/** Names that the config room takes from the registries of later rooms. */
export const NAMES = {
  figures: namesOf(headings),
  usual: namesOf(headings.filter(({onRequest}) => !onRequest)),
  quantities: Object.values(FORMS),
  needs: FIT_NEEDS,
  reads: Object.fromEntries(headings.flatMap(({name, reads}) => (reads ? [[name, reads] as const] : []))),
};
