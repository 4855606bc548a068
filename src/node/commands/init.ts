import {writeFile} from 'node:fs/promises';
import {join, relative} from 'node:path';
import {fileURLToPath} from 'node:url';
import {isStudyName, LONGEST_NAME} from '../../config/names.ts';
import {Fault} from '../../numeric/fault.ts';
import type {Language} from '../../report/figure.ts';
import {PRINTED} from '../../report/words/commands.ts';
import {fill} from '../../report/words/fill.ts';
import {STARTER} from '../../report/words/starter.ts';
import type {Effects} from '../effects.ts';
import {HOME} from '../version.ts';

/** Options of `init`. */
export interface InitOptions {
  readonly name: string;
  readonly force: boolean;
  readonly language: Language;
}

/** Writes NAME.yaml, a commented starter study. Throws Fault `too-long`, `bad-name`, `study-exists`, `file-unwritable`. */
export async function init({name: given, force, language}: InitOptions, {stdout, cwd}: Effects): Promise<number> {
  const name = given.replace(/\.ya?ml$/, '');
  if (name.length > LONGEST_NAME) throw new Fault('too-long', {file: given, bound: LONGEST_NAME});
  if (!isStudyName(name)) throw new Fault('bad-name', {got: given});
  const file = `${name}.yaml`;
  const schema = relative(cwd, fileURLToPath(new URL('mirage-lab.schema.json', HOME)));
  try {
    await writeFile(join(cwd, file), starter(name, schema, language), {flag: force ? 'w' : 'wx'});
  } catch (error) {
    const {code = 'unknown'} = error as NodeJS.ErrnoException;
    throw code === 'EEXIST' ? new Fault('study-exists', {file}) : new Fault('file-unwritable', {file, got: code});
  }
  stdout.write(`${fill(PRINTED.written, language, {file})}\n`);
  return 0;
}

/** Text of the starter study. */
export function starter(name: string, schema: string, language: Language): string {
  const note = (key: keyof typeof STARTER) => `# ${STARTER[key][language]}`;
  const quoted = /^[\d.]|^(true|false|null|yes|no)$/i.test(name) ? JSON.stringify(name) : name;
  return `# yaml-language-server: $schema=${schema.replaceAll('\\', '/')}
${note('head')}
${note('names')}
name: ${quoted}
question: Does a continuous metric remove the breakpoint?  ${note('question')}
seed: mirage
replicates: 20  ${note('replicates')}
population: du2024-large  ${note('population')}
loss: du2024  ${note('loss')}
noise: {run: 0.01, checkpoint: 0.005}  ${note('noise')}
${note('benchmarks')}
benchmarks: [mmlu, c-eval]
${note('worlds')}
worlds: [threshold, smooth]
metrics: [accuracy, correctChoiceProb, brierScore]  ${note('metrics')}
fidelity: items  ${note('fidelity')}
`;
}
