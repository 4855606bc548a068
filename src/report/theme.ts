import type {Config} from 'vega-lite';

/** Font families of every picture; the second draws Chinese. */
export const FONT = "'Source Sans 3', 'Noto Sans SC', sans-serif";

/** Weight of titles; regular text is 400. */
export const STRONG = 600;

/** Runs of Du et al. 2024: blue, orange and green as in the paper, in the colour-blind safe shades of Okabe and Ito. */
const PAPER_RUNS: Readonly<Record<string, string>> = {'1.5B': '#0072b2', '6B': '#e69f00', '32B': '#009e73'};

/** Colours of other runs, families and worlds, told apart by lightness too. */
const OTHERS = [
  '#0072b2',
  '#e69f00',
  '#009e73',
  '#cc3311',
  '#7b52ab',
  '#8c5a2b',
  '#56b4e9',
  '#cc79a7',
  '#555555',
  '#b8a800',
];

/** Colours of worlds, in the order of the study; none is the colour of a run of the paper. */
const WORLDS = ['#5b3fa0', '#d1521a', '#0f8a8a', '#cc79a7', '#8c6d1f', '#444444'];

/** Ink of everything that is not a run or a world. */
export const INK = {
  text: '#22272e',
  soft: '#5d6673',
  grid: '#e7e9ec',
  chance: '#22272e',
  fit: '#22272e',
  onset: '#b3123f',
  truth: '#22272e',
  paper: '#8a8f98',
  /** Points whose colour stands for nothing. */
  points: '#0072b2',
} as const;

/** Colours of the shape of a transition, told apart by lightness too. */
export const SHAPE_INK = {sharp: '#0b5fa5', soft: '#b3541e', undetermined: '#6b7280'} as const;

/** Ground, strip and ink of a cell: dark where there is a break, pale where there is none, white where it is open, so that print without colour keeps them apart. */
export const CELL_INK = {
  sharp: {ground: '#e9f1f8', strip: '#0b5fa5', text: '#ffffff', edge: '#0b5fa5', dash: [1, 0]},
  soft: {ground: '#fdf4ec', strip: '#f6d6bc', text: '#22272e', edge: '#e3b48f', dash: [1, 0]},
  undetermined: {ground: '#ffffff', strip: '#ffffff', text: '#22272e', edge: '#8a8f98', dash: [3, 3]},
  changed: {ground: '#fdf4ec', strip: '#a8420c', text: '#ffffff', edge: '#a8420c', dash: [1, 0]},
} as const;

/** One colour per series: the paper's where all names are the paper's, else the palette in order. */
export function runColours(names: readonly string[]): readonly string[] {
  const known = names.every((name) => PAPER_RUNS[name] !== undefined);
  return names.map((name, i) => (known ? PAPER_RUNS[name]! : OTHERS[i % OTHERS.length]!));
}

/** One colour per world. */
export function worldColours(names: readonly string[]): readonly string[] {
  return names.map((_, i) => WORLDS[i % WORLDS.length]!);
}

/** Viridis from dark to a green that still stands out on white. */
const RAMP = ['#440154', '#3e4989', '#26828e', '#35b779', '#8fd744'];

/** `count` shades of one scale, from dark to light. */
export function rampColours(count: number): readonly string[] {
  const channels = (hex: string): number[] => [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));
  return Array.from({length: count}, (_, i) => {
    const place = count > 1 ? (i * (RAMP.length - 1)) / (count - 1) : 0;
    const first = Math.min(Math.floor(place), RAMP.length - 2);
    const [from, to] = [channels(RAMP[first]!), channels(RAMP[first + 1]!)];
    const mixed = from.map((value, c) => Math.round(value + (place - first) * (to[c]! - value)));
    return `#${mixed.map((value) => value.toString(16).padStart(2, '0')).join('')}`;
  });
}

/** The one Vega-Lite theme: white ground, thin grid, no aria attributes (they would double the size of an SVG). */
export const THEME: Config = {
  aria: false,
  background: '#ffffff',
  font: FONT,
  padding: 10,
  view: {stroke: '#c9cdd3', strokeWidth: 0.8},
  title: {
    anchor: 'start',
    fontSize: 13,
    fontWeight: STRONG,
    color: INK.text,
    subtitleColor: INK.soft,
    subtitleFontSize: 11.5,
    offset: 8,
  },
  axis: {
    labelColor: INK.soft,
    labelFontSize: 10.5,
    titleColor: INK.text,
    titleFontSize: 11.5,
    titleFontWeight: 400,
    titlePadding: 6,
    tickColor: '#c9cdd3',
    tickSize: 4,
    domain: false,
    gridColor: INK.grid,
  },
  legend: {
    orient: 'top',
    direction: 'horizontal',
    titleFontSize: 11.5,
    titleFontWeight: STRONG,
    labelFontSize: 11.5,
    labelColor: INK.text,
    titleColor: INK.text,
    symbolSize: 60,
    symbolOpacity: 1,
    labelLimit: 260,
    titleLimit: 260,
  },
};
