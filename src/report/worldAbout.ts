import type {Experiment, WorldChoice} from '../config/experiment.ts';
import type {Benchmark} from '../science/benchmark.ts';
import {BENCHMARKS} from '../science/benchmarks/registry.ts';
import {formOf} from '../science/curves/registry.ts';
import type {Words} from '../science/parameter.ts';
import type {World} from '../science/world.ts';
import type {Language} from './figure.ts';
import {DESIGN_WORDS} from './words/design.ts';
import {fill} from './words/fill.ts';
import {CLAUSE_SEPARATOR} from './words/verdicts.ts';

/** More thresholds than this are told by the lowest and the highest. */
const MOST_TOLD = 3;

interface Place {
  readonly benchmark: Benchmark;
  /** Nats per token. */
  readonly eta: number;
}

/** The thresholds that a world has in a study, by benchmark. */
function placesOf({curves}: WorldChoice, benchmarks: readonly Benchmark[]): Place[] {
  return benchmarks.flatMap((benchmark) => {
    const curve = curves[benchmark.name]!;
    const {eta} = curve.values;
    return formOf(curve).threshold && eta !== undefined ? [{benchmark, eta}] : [];
  });
}

/** Whether a threshold lies where the world has it on the benchmark as published. */
function isPreset(world: World, {benchmark, eta}: Place): boolean {
  const published = BENCHMARKS.find(({name}) => name === benchmark.name);
  return published !== undefined && world.curve(published).values.eta === eta;
}

function etaText(places: readonly Place[], language: Language): string {
  const etas = [...new Set(places.map(({eta}) => eta))].sort((a, b) => a - b);
  if (etas.length === 1) return String(etas[0]);
  if (places.length > MOST_TOLD)
    return fill(DESIGN_WORDS.thresholdRange, language, {low: etas[0]!, high: etas[etas.length - 1]!});
  return places
    .map(({benchmark, eta}) => fill(DESIGN_WORDS.thresholdOn, language, {eta, benchmark: benchmark.label}))
    .join(CLAUSE_SEPARATOR[language]);
}

function each(text: (language: Language) => string): Words {
  return {en: text('en'), zh: text('zh')};
}

/** What a world of a study is about: with its own thresholds where they are not those of the presets, and whether it is mixed with another. */
export function worldAbout(world: World, choice: WorldChoice, {benchmarks}: Pick<Experiment, 'benchmarks'>): Words {
  const {moved} = world;
  const places = moved ? placesOf(choice, benchmarks) : [];
  const preset = places.every((place) => isPreset(world, place));
  const about =
    moved && !preset ? each((language) => fill(moved, language, {eta: etaText(places, language)})) : world.about;
  const dial = Object.values(choice.curves).find(({mix}) => mix)?.mix?.dial;
  if (dial === undefined) return about;
  return each((language) => fill(DESIGN_WORDS.mixed, language, {dial, about: about[language]}));
}
