import {readFileSync} from 'node:fs';
import {expect, test} from 'vitest';
import {recoverLaw} from '../../src/inference/recovery/recovered.ts';
import {LAWS} from '../../src/science/laws/registry.ts';
import {parse} from '../config/messages.ts';

const CONFIGS = ['kaplan2020/recovery', 'chinchilla/recovery', 'chinchilla/warmup'].map(
  (name) => `../../configs/${name}.yaml`,
);

/** Constants that no recovery config fits, with the reason. */
const LEFT_OUT: Readonly<Record<string, string>> = {
  'chinchilla delta': 'no published fit of the form has a term of the schedule: it is put in as 0',
  'bnsl c2': 'one break is fitted: the second is held at none',
  'bnsl d2': 'one break is fitted: the second is held at none',
  'bnsl f2': 'one break is fitted: the second is held at none',
};

/** Names of the constants that the recovery configs fit, `form constant`, each with warnings of the first replicate. */
function recovered(): Map<string, readonly string[]> {
  const found = new Map<string, readonly string[]>();
  for (const config of CONFIGS) {
    const {experiment} = parse(readFileSync(new URL(config, import.meta.url), 'utf8'));
    for (const recovery of experiment.recover!) {
      const {parameters, warnings} = recoverLaw({...recovery, resamples: 0}, experiment, 0);
      for (const {name} of parameters) {
        const of = warnings.flatMap(({kind, names}) => (names.includes(name) ? [kind] : []));
        found.set(`${recovery.fit} ${name}`, of);
      }
    }
  }
  return found;
}

test('every constant of every law is recovered in a config, where its runs identify it, or there is a reason why not', () => {
  const found = recovered();
  const constants = LAWS.flatMap(({name, parameters}) => Object.keys(parameters).map((one) => `${name} ${one}`));
  expect(constants.filter((one) => !found.has(one))).toEqual(Object.keys(LEFT_OUT));
  expect([...found].filter(([, warnings]) => warnings.length > 0)).toEqual([]);
});

test('every constant that is left out has a default in its law, at which it is held', () => {
  for (const key of Object.keys(LEFT_OUT)) {
    const [form, name] = key.split(' ');
    expect(LAWS.find((law) => law.name === form)!.parameters[name!]!.default).toBeDefined();
  }
});
