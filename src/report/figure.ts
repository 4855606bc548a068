import type {TopLevelSpec} from 'vega-lite';
import type {Reading} from '../config/schema/config.ts';
import type {Words} from '../science/parameter.ts';
import type {Study} from './study.ts';

/** The languages of the report. */
export type Language = 'en' | 'zh';

/** One drawn picture: a self-contained Vega-Lite spec with its title and caption. */
export interface Drawing {
  /** File name without ending, such as `metric-panels-threshold`. */
  readonly id: string;
  readonly title: string;
  readonly caption: string;
  readonly spec: TopLevelSpec;
}

/** What a figure is called. */
export interface Heading {
  readonly name: string;
  readonly label: Words;
  /** The published figure it follows, or null for one of ours. */
  readonly paper: string | null;
  /** Whether only studies that name it draw it. */
  readonly onRequest?: true;
  /** What the figure is drawn from where it needs no scores of benchmarks. */
  readonly reads?: Reading;
}

/** A figure of the registry: pure data in, specs out. */
export interface Figure extends Heading {
  draw(study: Study, language: Language): readonly Drawing[];
}
