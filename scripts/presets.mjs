// Makes the presets that were fitted to the losses of Du et al. 2024 again, with the project's own fitter, and prints each constant beside the preset.
//   node scripts/presets.mjs          a table for people; build first
//   node scripts/presets.mjs --json   the same for machines
// Least squares of the loss in nats, as the presets were made: the residual of a large final counts so many times, which pins the three losses the
// paper prints. `mirage-lab fit` instead takes every row alike and Huber's loss of ln L: its fit stands below, closer to the rows and further from those three.
import {readFile} from 'node:fs/promises';
import {lawData} from '../dist/inference/lawFit/data.js';
import {fitLaw, refit, valuesOf} from '../dist/inference/lawFit/fit.js';
import {FITTABLES} from '../dist/inference/lawFit/forms/registry.js';

/** A large run below this many tokens is early: its first readings are missed by up to 0.25 nats. */
const EARLY = {du2024: 60e9, 'du2024-chinchilla': 30e9};
/** Runs with more tokens are the three large ones at their end: 2.185, 1.943 and 1.764. */
const LARGE = 1e12;
const PRESETS = [
  {preset: 'du2024', law: 'du2024', final: 6, uses: ({figure, tokens}) => figure !== '6' || tokens >= EARLY.du2024},
  {
    preset: 'du2024-chinchilla',
    law: 'chinchilla',
    final: 1,
    uses: ({figure, tokens}) => figure !== '6' || tokens >= EARLY['du2024-chinchilla'],
  },
  {preset: 'du2024-finals', law: 'chinchilla', final: 1, uses: ({stage}) => stage === 'final'},
  {preset: 'du2024-small', law: 'chinchilla', final: 1, uses: ({figure}) => figure === '2'},
];

async function readRows() {
  const text = await readFile(new URL('../src/science/reference/du2024_losses.csv', import.meta.url), 'utf8');
  const [head, ...lines] = text.trim().split('\n');
  const names = head.split(',');
  return lines.map((line) => {
    const row = Object.fromEntries(line.split(',').map((cell, i) => [names[i], cell]));
    const [N, D] = [Number(row.params), Number(row.tokens)];
    return {...row, tokens: D, N, D, S: Number.NaN, C: 6 * N * D, lr: Number(row.lr), loss: Number(row.loss)};
  });
}

/** The loss of a law at a row. */
const lossAt = (law, {N, D, lr}) => law({N, Nne: N, D, S: Number.NaN, lr});

/** How close a law comes to rows: rmse, the largest miss, and what it has for the ends of the large runs. */
function closeness(fittable, values, rows) {
  const law = fittable.law.build(values);
  const misses = rows.map((row) => lossAt(law, row) - row.loss);
  return {
    values,
    rmse: Math.sqrt(misses.reduce((sum, miss) => sum + miss * miss, 0) / misses.length),
    largest: Math.max(...misses.map(Math.abs)),
    finals: rows.filter(({D, lr}) => D > LARGE && lr === 0).map((row) => lossAt(law, row)),
  };
}

/** Least squares of L: a residual of ln L times the loss is one of L. */
function leastSquares(fittable, rows, final) {
  const data = lawData(rows);
  const start = fitLaw(fittable, data);
  const weights = Float64Array.from(data.points, ({lnD}, i) => {
    const times = lnD > Math.log(LARGE) ? final : 1;
    return (times * Math.exp(data.lnLoss[i])) ** 2;
  });
  return valuesOf(fittable, refit(start, {weights, delta: Number.POSITIVE_INFINITY}));
}

const all = await readRows();
const remade = PRESETS.map(({preset, law, final, uses}) => {
  const fittable = FITTABLES.find((one) => one.law.name === law);
  const rows = all.filter(uses);
  const huber = fitLaw(fittable, lawData(rows));
  const laws = {
    preset: closeness(fittable, fittable.law.presets[preset].values, rows),
    remade: closeness(fittable, leastSquares(fittable, rows, final), rows),
    fit: closeness(fittable, valuesOf(fittable, huber.theta), rows),
  };
  const [a, b] = [laws.preset, laws.remade].map(({values}) => fittable.law.build(values));
  const apart = Math.max(...rows.map((row) => Math.abs(lossAt(a, row) - lossAt(b, row))));
  return {preset, law, final, rows: rows.length, published: [2.185, 1.943, 1.764], apart, laws};
});

if (process.argv.includes('--json')) console.log(JSON.stringify(remade));
else {
  for (const {preset, rows, final, published, apart, laws} of remade) {
    console.log(
      `${preset}: ${rows} rows, large finals ${final} times; remade and preset differ by at most ${apart.toFixed(4)} nats`,
    );
    const line = (name, cell) =>
      [name.padEnd(10), ...Object.values(laws).map((one) => cell(one).padStart(22))].join('');
    console.log(
      `${''.padEnd(10)}${Object.keys(laws)
        .map((name) => name.padStart(22))
        .join('')}`,
    );
    for (const name of Object.keys(laws.preset.values))
      console.log(line(name, ({values}) => values[name].toPrecision(5)));
    console.log(line('rmse', ({rmse}) => rmse.toFixed(4)));
    console.log(line('largest', ({largest}) => largest.toFixed(3)));
    console.log(
      `${line('finals', ({finals}) => finals.map((loss) => loss.toFixed(3)).join(' '))}   published ${published.join(' ')}\n`,
    );
  }
}
