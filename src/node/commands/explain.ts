import {availableParallelism} from 'node:os';
import {join} from 'node:path';
import type {Experiment} from '../../config/experiment.ts';
import {curveText} from '../../report/curveText.ts';
import {ademp} from '../../report/design.ts';
import {alignedRows} from '../../report/displayWidth.ts';
import type {Language} from '../../report/figure.ts';
import {HEADINGS} from '../../report/figures/headings.ts';
import {partsOf} from '../../report/makeStudy.ts';
import {EXPLAIN} from '../../report/words/explain.ts';
import {fill} from '../../report/words/fill.ts';
import type {Effects} from '../effects.ts';
import {type Explanation, explanationOf} from '../explanation.ts';
import {loadExperiment} from '../load.ts';
import {requireRoom} from '../room.ts';
import {coloursOf} from '../terminal/colours.ts';
import {warningLine} from '../terminal/faults.ts';
import {bytes, duration, large} from '../terminal/quantities.ts';
import type {CommonOptions, ConfigOptions} from './options.ts';

type Say = (key: keyof typeof EXPLAIN, data?: Readonly<Record<string, string | number>>) => string;

/**
 * Shows the expanded design of a study before anything runs: size, truth, sources, figures, ADEMP; returns 0. Warnings go to the error stream. Throws Fault `study-memory` or
 * `study-disk` after it where the machine has no room.
 */
export async function explain(
  options: ConfigOptions & CommonOptions & {readonly workers?: number},
  effects: Effects,
): Promise<number> {
  const {language, json, workers = availableParallelism()} = options;
  const {experiment, configHash, warnings} = await loadExperiment(options.configs[0]!, options, effects.cwd);
  for (const warning of warnings) effects.stderr.write(warningLine(warning, language));
  const explanation = explanationOf(experiment, workers);
  const aims = ademp(partsOf(experiment), language);
  if (json) {
    effects.stdout.write(`${JSON.stringify({...explanation, configHash, ademp: aims}, null, 2)}\n`);
  } else {
    effects.stdout.write(
      textOf(explanation, experiment, aims, {language, bold: coloursOf(effects.stdout, effects).bold}),
    );
  }
  const extent = {threads: workers, replicates: experiment.replicates, report: true, stored: 0};
  await requireRoom(experiment, extent, join(effects.cwd, 'outputs'), effects);
  return 0;
}

/** The design as people read it. */
function textOf(
  explanation: Explanation,
  experiment: Experiment,
  aims: ReturnType<typeof ademp>,
  {language, bold}: {readonly language: Language; readonly bold: (text: string) => string},
): string {
  const {name, question} = experiment;
  const say: Say = (key, data) => fill(EXPLAIN[key], language, data);
  const blocks: [string, string[]][] = [
    [say('size'), sizeRows(explanation, experiment.benchmarks.length > 0, say)],
    ...(experiment.worlds.length > 0 ? [[say('truth'), truthRows(explanation, say)] satisfies [string, string[]]] : []),
    [say('sources'), sourceRows(explanation, say)],
    [say('figures'), figureRows(explanation, language)],
    [say('ademp'), aims.flatMap(({title, items}) => [title, ...items.map((item) => `  ${item}`)])],
  ];
  const head = bold(name) + (question === null ? '' : `: ${question[language]}`);
  const body = blocks.map(([title, rows]) => [bold(title), ...rows.map((row) => `  ${row}`)].join('\n'));
  return `${[head, ...body].join('\n\n')}\n`;
}

/** What a study counts, and what one of training alone does. */
const COUNTS = ['worlds', 'runs', 'checkpoints', 'benchmarks', 'replicates', 'cells', 'choiceEvaluations'] as const;
const OF_TRAINING = ['runs', 'checkpoints', 'replicates'] as const;

function sizeRows({design, needs, seconds, threads, losses}: Explanation, answers: boolean, say: Say): string[] {
  const counts = answers ? COUNTS : OF_TRAINING;
  const [low, high] = losses.map((loss) => loss.toFixed(3));
  return alignedRows([
    ...counts.map((key) => [say(key), large(design[key])]),
    [say('memory'), bytes(needs.memory)],
    [say('disk'), bytes(needs.disk)],
    [say('time'), say('timeBasis', {simulate: duration(seconds.simulate), fit: duration(seconds.fit), threads})],
    [say('losses'), say('nats', {low: low!, high: high!})],
  ]);
}

function truthRows({truth}: Explanation, say: Say): string[] {
  return alignedRows(
    truth.map(({world, benchmark, formula, planted, onset, width, ...choice}) => {
      const none = planted ? say('noOnset') : say('unplanted');
      const told = onset === null ? none : say('onset', {onset, width: width ?? '-'});
      return [world, benchmark, told, `${formula}; ${curveText(choice)}`];
    }),
  );
}

function sourceRows({origins}: Explanation, say: Say): string[] {
  return alignedRows(
    origins.map(({kind, name, source, illustrative}) => {
      const note = illustrative === null ? '' : ` [${say('illustrative')}: ${illustrative}]`;
      return [kind, name, `${source}${note}`];
    }),
  );
}

function figureRows({figures}: Explanation, language: Language): string[] {
  const headings = figures.flatMap((figure) => Object.values(HEADINGS).filter(({name}) => name === figure));
  return alignedRows(headings.map(({name, label}) => [name, label[language]]));
}
