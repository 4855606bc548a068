import {expect, test} from 'vitest';
import {questionKeys, questionTraits} from '../../src/engine/questions.ts';
import {blocksFor, fillNormals, LANES, laneState} from '../../src/numeric/lanes.ts';
import {normalQuantile} from '../../src/numeric/normal.ts';
import {normalCdf} from '../../src/numeric/normalCdf.ts';
import {type Address, type Key, nameWord, streamAt} from '../../src/numeric/stream.ts';
import {BENCHMARKS} from '../../src/science/benchmarks/registry.ts';
import {kolmogorovTest} from '../numeric/laws.ts';

/**
 * The chance that one of these tests fails on ideal draws, by Bonferroni over all its comparisons. The sums are taken for normal;
 * the skewness of a product of squares at most doubles the chance for the smallest sums here, of 2^15 pairs.
 */
const ALPHA = 1e-3;

const KEYS = questionKeys('independence');
const MMLU = {...BENCHMARKS.find(({name}) => name === 'mmlu')!, questions: 1024};
const OPTIONS = 4;
const CELLS = 128;

function draws(address: Address, key: Key = KEYS.answers): Float32Array {
  const blocks = blocksFor(MMLU.questions);
  const out = new Float32Array(blocks * OPTIONS * LANES);
  fillNormals(laneState(streamAt(key, address)), blocks, OPTIONS / 2, out);
  return out;
}

/** Place of an option of a question in the draws of a cell. */
function place(question: number, option: number): number {
  return Math.floor(question / LANES) * OPTIONS * LANES + option * LANES + (question % LANES);
}

/** Products with mean 0 and variance 1 where x and y are independent standard normal numbers. */
const PRODUCTS = {
  values: (x: number, y: number) => x * y,
  squares: (x: number, y: number) => ((x * x - 1) * (y * y - 1)) / 2,
  'value and square': (x: number, y: number) => (x * (y * y - 1)) / Math.SQRT2,
  'square and value': (x: number, y: number) => ((x * x - 1) * y) / Math.SQRT2,
};

type Sums = Record<keyof typeof PRODUCTS, number> & {pairs: number};

/** Sums of every product by the name of what is compared. */
function ledger() {
  const rows = new Map<string, Sums>();
  return {
    add(name: string, x: number, y: number): void {
      const row = rows.get(name) ?? {values: 0, squares: 0, 'value and square': 0, 'square and value': 0, pairs: 0};
      rows.set(name, row);
      for (const product of Object.keys(PRODUCTS) as (keyof typeof PRODUCTS)[]) row[product] += PRODUCTS[product](x, y);
      row.pairs += 1;
    },
    /** Comparisons whose sum lies further out than ALPHA allows for all of them together. */
    dependent(): string[] {
      const bound = normalQuantile(1 - ALPHA / (2 * rows.size * Object.keys(PRODUCTS).length));
      return [...rows].flatMap(([name, {pairs, ...sums}]) =>
        Object.entries(sums)
          .map(([product, sum]) => [product, sum / Math.sqrt(pairs)] as const)
          .filter(([, score]) => !(Math.abs(score) < bound))
          .map(([product, score]) => `${name}, ${product}: ${score.toFixed(2)} standard errors`),
      );
    },
  };
}

/** The address of the i-th neighbour in one direction. */
const DIRECTIONS: Readonly<Record<string, (i: number) => Address>> = {
  replicate: (i) => [i, nameWord('du2024-large/6B'), 40, nameWord('mmlu')],
  run: (i) => [3, nameWord(`grid/${i}`), 40, nameWord('mmlu')],
  checkpoint: (i) => [3, nameWord('du2024-large/6B'), i, nameWord('mmlu')],
  benchmark: (i) => [3, nameWord('du2024-large/6B'), 40, nameWord(`benchmark-${i}`)],
};

test('answers at neighbouring replicates, runs, checkpoints and benchmarks are independent', () => {
  const book = ledger();
  for (const [direction, addressOf] of Object.entries(DIRECTIONS)) {
    let last = draws(addressOf(0));
    for (let i = 1; i <= CELLS; i++) {
      const next = draws(addressOf(i));
      for (let k = 0; k < next.length; k++) book.add(direction, last[k]!, next[k]!);
      last = next;
    }
  }
  expect(book.dependent()).toEqual([]);
});

test('answers and habits of one address are independent', () => {
  const book = ledger();
  for (let i = 0; i < CELLS; i++) {
    const address = DIRECTIONS.checkpoint!(i);
    const habits = draws(address, KEYS.habits);
    draws(address).forEach((z, k) => {
      book.add('purpose', z, habits[k]!);
    });
  }
  expect(book.dependent()).toEqual([]);
});

test('questions side by side, and one and two blocks apart, are independent in every option', () => {
  const book = ledger();
  for (let i = 0; i < CELLS; i++) {
    const z = draws(DIRECTIONS.checkpoint!(i));
    for (const lag of [1, LANES, 2 * LANES]) {
      for (let q = 0; q + lag < MMLU.questions; q++) {
        for (let c = 0; c < OPTIONS; c++) book.add(`question i + ${lag}`, z[place(q, c)]!, z[place(q + lag, c)]!);
      }
    }
  }
  expect(book.dependent()).toEqual([]);
});

test('the options of a question are independent, those of one radius too', () => {
  const book = ledger();
  for (let i = 0; i < CELLS; i++) {
    const z = draws(DIRECTIONS.checkpoint!(i));
    for (let q = 0; q < MMLU.questions; q++) {
      for (let a = 0; a < OPTIONS; a++) {
        for (let b = a + 1; b < OPTIONS; b++) book.add(`options ${a} and ${b}`, z[place(q, a)]!, z[place(q, b)]!);
      }
    }
  }
  expect(book.dependent()).toEqual([]);
});

test('every two of the sixteen lanes are independent', () => {
  const book = ledger();
  for (let i = 0; i < CELLS; i++) {
    const z = draws(DIRECTIONS.checkpoint!(i));
    for (let row = 0; row < z.length; row += LANES) {
      for (let a = 0; a < LANES; a++) {
        for (let b = a + 1; b < LANES; b++) book.add(`lanes ${a} and ${b}`, z[row + a]!, z[row + b]!);
      }
    }
  }
  expect(book.dependent()).toEqual([]);
});

test('a correlation of 0.01 would be seen', () => {
  const book = ledger();
  for (let i = 0; i < CELLS; i++) {
    const own = draws(DIRECTIONS.checkpoint!(i));
    draws(DIRECTIONS.replicate!(i + 4)).forEach((z, k) => {
      // 2^19 pairs: 0.01 is 7.2 standard errors of the values.
      book.add('mixed', own[k]!, 0.01 * own[k]! + Math.sqrt(1 - 0.01 ** 2) * z);
    });
  }
  expect(book.dependent()).toHaveLength(1);
});

test.each(['mmlu', 'gsm8k'])(
  'what the questions of %s are is normal or log-normal over replicates, p > 0.001',
  (name) => {
    const benchmark = BENCHMARKS.find((entry) => entry.name === name)!;
    const {answer, spread} = benchmark;
    const traits = Array.from({length: 32}, (_, r) => [...questionTraits(KEYS.questions, benchmark, r)]).flat();
    const standard = (trait: number) =>
      answer.kind === 'choice' ? (Math.log(trait) + spread ** 2 / 2) / spread : trait / spread;
    expect(kolmogorovTest(Float64Array.from(traits, standard), normalCdf)).toBeGreaterThan(ALPHA);
  },
);

test('the strength of questions has mean 1 to four standard errors', () => {
  const traits = Array.from({length: 256}, (_, r) => [...questionTraits(KEYS.questions, MMLU, r)]).flat();
  const mean = traits.reduce((sum, a) => sum + a, 0) / traits.length;
  // The variance of exp(sigma b - sigma^2 / 2) is exp(sigma^2) - 1.
  expect(Math.abs(mean - 1)).toBeLessThan(4 * Math.sqrt((Math.exp(MMLU.spread ** 2) - 1) / traits.length));
});

test('questions are independent of each other, of their twins in the next replicate and of their answers', () => {
  const book = ledger();
  const traitsOf = (replicate: number) =>
    questionTraits(KEYS.questions, MMLU, replicate).map((a) => (Math.log(a) + MMLU.spread ** 2 / 2) / MMLU.spread);
  let last = traitsOf(0);
  for (let r = 1; r <= 4 * CELLS; r++) {
    const own = traitsOf(r);
    const answers = draws(DIRECTIONS.replicate!(r));
    for (let q = 0; q < MMLU.questions; q++) {
      book.add('replicate', last[q]!, own[q]!);
      book.add('own answer', own[q]!, answers[place(q, 0)]!);
      for (const lag of [1, LANES]) if (q >= lag) book.add(`question i + ${lag}`, own[q - lag]!, own[q]!);
    }
    last = own;
  }
  expect(book.dependent()).toEqual([]);
});
