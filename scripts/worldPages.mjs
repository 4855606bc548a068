import {parseConfig} from '../dist/config/config.js';
import {benchmarkTruth} from '../dist/inference/truth.js';
import {NAMES} from '../dist/node/names.js';
import {VERDICT_WORDS} from '../dist/report/words/verdicts.js';
import {formOf, truthOf} from '../dist/science/curves/registry.js';
import {WORLDS} from '../dist/science/worlds/registry.js';

const WRITTEN = '<!-- Written by scripts/world-pages.mjs: change the registry or the config, not this page. -->';

/** A table in Markdown; a bar inside a cell would end it. */
function table(head, rows) {
  const line = (cells) => `| ${cells.map((cell) => String(cell).replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

/** A number without the noise of its last bits. */
function number(value) {
  return value === undefined || value === null ? '–' : String(Number(value.toPrecision(6)));
}

function sentence(text) {
  return `${text[0].toUpperCase()}${text.slice(1)}${/[.。]$/.test(text) ? '' : '.'}`;
}

/** A share with its Monte Carlo standard error, percent. */
function percent(share, n) {
  const error = Math.sqrt((share * (1 - share)) / n);
  return `${Math.round(100 * share)} ± ${(100 * error).toFixed(1)}`;
}

function verdictWord(verdict) {
  return verdict === null ? 'no verdict planted' : VERDICT_WORDS[verdict].en;
}

/** Every curve of a config, the mixed-in ones too, each with the worlds and benchmarks that follow it. */
function followed(experiment) {
  const many = experiment.benchmarks.length > 1;
  return experiment.worlds.flatMap(({name, curves}) =>
    experiment.benchmarks.flatMap((benchmark) => {
      const choice = curves[benchmark.name];
      const who = many ? `${name}, ${benchmark.label}` : name;
      return [{who, choice}, ...(choice.mix ? [{who: `${who}, mixed in`, choice: choice.mix.from}] : [])];
    }),
  );
}

/** Formula and parameters of each form, one column for all that have the same numbers. */
function curveSections(experiment) {
  const all = followed(experiment);
  return [...new Set(all.map(({choice}) => choice.curve))].map((curve) => {
    const {formula, parameters} = formOf({curve});
    const columns = new Map();
    for (const {who, choice} of all.filter((entry) => entry.choice.curve === curve)) {
      const key = JSON.stringify(choice.values);
      columns.set(key, {values: choice.values, who: [...(columns.get(key)?.who ?? []), who]});
    }
    const given = [...columns.values()];
    const rows = Object.entries(parameters).map(([name, {about, unit, default: value}]) => [
      `\`${name}\``,
      about,
      unit ?? '',
      number(value),
      ...given.map(({values}) => number(values[name])),
    ]);
    const head = ['parameter', 'meaning', 'unit', 'default', ...given.map(({who}) => who.join('; '))];
    return `### Curve \`${curve}\`\n\n    ${formula}\n\n${table(head, rows)}`;
  });
}

/** What is planted in one world on one benchmark, and what the verdict should be. */
function planted(choice, {answer}, {verdict: {margin}}) {
  const truth = truthOf(choice, answer.kind);
  return {truth, verdict: truth && benchmarkTruth(truth, 1, margin)};
}

/** Right, undecided and wrong shares of a measured row, in percent; a world without a planted verdict has its verdicts alone. */
function measuredCells({truth, rates, replicates: n}) {
  const list = Object.entries(rates)
    .filter(([, share]) => share > 0)
    .sort(([, a], [, b]) => b - a)
    .map(([verdict, share]) => `${verdictWord(verdict)} ${Math.round(100 * share)}`)
    .join(', ');
  if (truth === null) return ['–', '–', '–', list, n];
  const right = rates[truth];
  const open = rates['cannot-tell'];
  return [percent(right, n), percent(open, n), percent(Math.max(0, 1 - right - open), n), list, n];
}

function plantedRow({truth, verdict}) {
  return [
    truth?.onset ? number(truth.onset) : '–',
    truth?.width != null ? number(truth.width) : '–',
    verdictWord(verdict),
  ];
}

/** Planted truth beside measured rates. Throws where the measured truth is not the planted one: measure anew. */
function truthRows(name, experiment, measured) {
  return experiment.worlds.flatMap((world) =>
    experiment.benchmarks.map((benchmark) => {
      const found = planted(world.curves[benchmark.name], benchmark, experiment);
      const row = measured.rows.find(
        (entry) => entry.config === name && entry.world === world.name && entry.benchmark === benchmark.name,
      );
      if (row?.truth !== found.verdict) throw new Error(`${name}: measured.json is of another world (${world.name})`);
      return [world.name, benchmark.label, ...plantedRow(found), ...measuredCells(row)];
    }),
  );
}

const TRUTH_HEAD = [
  'world',
  'benchmark',
  'planted onset',
  'width',
  'verdict should be',
  'right %',
  'cannot tell %',
  'wrong %',
  'verdicts %',
  'replicates',
];

/** The page of one config of configs/worlds, from its YAML text and the measured rates. */
export function worldPage(name, text, measured) {
  const {experiment} = parseConfig(text, NAMES);
  const entries = [...new Set(experiment.worlds.map(({world}) => world))].map((world) =>
    WORLDS.find((entry) => entry.name === world),
  );
  const told = entries.map(({label, about, lesson, paper, illustrative}) =>
    [
      `## ${label.en} · ${label.zh}`,
      `${sentence(about.en)} ${lesson.en}`,
      `${sentence(about.zh).replace(/\.$/, '。')}${lesson.zh}`,
      `${paper}${illustrative ? '. Its numbers are illustrative.' : '.'}`,
    ].join('\n\n'),
  );
  return `${[
    `# ${experiment.question.en}`,
    WRITTEN,
    experiment.question.zh,
    `![performance against training loss](../../outputs/gallery/worlds/${name}.png)`,
    `\`\`\`sh\nnpx mirage-lab run configs/worlds/${name}.yaml\n\`\`\``,
    ...told,
    '## Numbers',
    ...curveSections(experiment),
    ...(experiment.worlds.some(({curves}) => Object.values(curves).some(({mix}) => mix))
      ? ['With a dial the performance is dial × the curve + (1 − dial) × the curve mixed in.']
      : []),
    '## Planted and found',
    table(TRUTH_HEAD, truthRows(name, experiment, measured)),
    `Measured with the seed \`${measured.seed}\`, over all metrics of the config; ± is the Monte Carlo standard error. [All worlds](README.md).`,
  ].join('\n\n')}\n`;
}

/** The page of all worlds, from every config's text by name and the measured rates. */
export function overviewPage(texts, measured) {
  const rows = [...texts].flatMap(([name, text]) => {
    const {experiment} = parseConfig(text, NAMES);
    return truthRows(name, experiment, measured).map(([world, ...rest]) => [`[${world}](${name}.md)`, ...rest]);
  });
  return `${[
    '# Worlds: what is planted, and what is found · 各世界：预设与所得',
    WRITTEN,
    'Each world is a law of how an ability comes. The table says what is planted in it, what the verdict over accuracy, CorrectChoiceProb and BrierScore should be, and how often the design of Du et al. 2024 (three runs, 237 checkpoints, every question) says so.',
    '每个世界是能力如何出现的一条规律。下表列出其中预设的真相、准确率到连续指标的应有判定，以及 Du et al. 2024 的设计（三次训练、237 个检查点、逐题模拟）得到该判定的比例。',
    table(TRUTH_HEAD, rows),
    `Measured with the seed \`${measured.seed}\`, bootstraps left out; ± is the Monte Carlo standard error. Where nothing is planted that the words sharp and soft describe, only the verdicts are given. \`node scripts/world-pages.mjs --measure\` makes the numbers anew.`,
  ].join('\n\n')}\n`;
}
