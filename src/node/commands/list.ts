import {wordData} from '../../config/nearest.ts';
import {Fault} from '../../numeric/fault.ts';
import {alignedRows} from '../../report/displayWidth.ts';
import type {Language} from '../../report/figure.ts';
import {CHANCE, CONTINUITY, LIST_TITLES} from '../../report/words/commands.ts';
import {fill} from '../../report/words/fill.ts';
import type {Answer} from '../../science/benchmark.ts';
import type {Words} from '../../science/parameter.ts';
import {CATALOGUE, type Entry} from '../catalogue.ts';
import type {Effects} from '../effects.ts';
import {coloursOf} from '../terminal/colours.ts';
import type {CommonOptions} from './options.ts';
import {LISTS} from './table.ts';

type List = (typeof LISTS)[number];

/** Options of `list`. */
export interface ListOptions extends CommonOptions {
  /** One of LISTS, or null for all. */
  readonly what: string | null;
}

/** Lists what a config can name, as tables or as JSON. Throws Fault `unknown-list`. */
export async function list({what, language, json}: ListOptions, effects: Effects): Promise<number> {
  const chosen = LISTS.filter((name) => what === null || name === what);
  if (chosen.length === 0) throw new Fault('unknown-list', wordData(what!, LISTS));
  const {stdout} = effects;
  const lists = await Promise.all(chosen.map(async (name) => ({name, entries: await CATALOGUE[name]()})));
  if (json) {
    const entries = lists.flatMap(({name, entries}) => entries.map((entry) => ({...entry, registry: name})));
    stdout.write(`${JSON.stringify(entries, null, 2)}\n`);
    return 0;
  }
  const colours = coloursOf(stdout, effects);
  const blocks = lists.map(({name, entries}) => {
    const rows = alignedRows(entries.map((entry) => [entry.name, ...cells(name, entry, language)]));
    return [colours.bold(LIST_TITLES[name][language]), ...rows.map((row) => `  ${row}`)].join('\n');
  });
  stdout.write(`${blocks.join('\n\n')}\n`);
  return 0;
}

/** What a terminal shows beside the name of an entry. */
function cells(list: List, entry: Entry, language: Language): string[] {
  const words = (key: string) => (entry[key] as Words | undefined)?.[language] ?? '';
  const text = (key: string) => String(entry[key] ?? '');
  switch (list) {
    case 'populations':
      return [`${text('runs')} × ${text('checkpoints')}`, text('about')];
    case 'laws':
      return [text('kind'), entry.kind === 'form' ? text('formula') : text('form'), text('source')];
    case 'curves':
      return [text('formula')];
    case 'worlds':
      return [words('about')];
    case 'benchmarks':
      return [text('label'), answerText(entry.answer as Answer), text('questions'), text('task')];
    case 'metrics': {
      const [low, high] = entry.range as readonly (number | null)[];
      const range = `[${low ?? '-∞'}, ${high ?? '∞'}]`;
      const arrow = entry.direction === 'higher' ? '↑' : '↓';
      return [
        `${arrow} ${range}`,
        CONTINUITY[entry.continuous ? 'continuous' : 'discontinuous'][language],
        fill(CHANCE[entry.guess === null ? 'none' : 'level'], language, {guess: text('guess')}),
        words('formula'),
      ];
    }
    case 'figures':
      return [words('label'), text('paper')];
    case 'quantities':
      return [Object.keys(entry.of as object).join(' '), words('about')];
    case 'references':
      return [text('numbers'), words('about'), text('source')];
  }
}

function answerText(answer: Answer): string {
  return answer.kind === 'choice' ? `${answer.options}` : `${answer.tokens}T`;
}
