import type {LawForm} from '../../science/law.ts';
import {LAWS} from '../../science/laws/registry.ts';
import type {Experiment} from '../experiment.ts';
import type {Config} from '../schema/config.ts';
import {valuesOf} from '../schema/fields.ts';

/** The form and the preset constants behind the loss of a config; a form alone stands for its first preset. */
function originOf(loss: Config['loss']): {form: LawForm; name: string; isPreset: boolean} {
  const key = typeof loss === 'string' ? loss : 'preset' in loss ? loss.preset : null;
  const byPreset = key === null ? undefined : LAWS.find(({presets}) => Object.hasOwn(presets, key));
  if (byPreset) return {form: byPreset, name: key!, isPreset: true};
  const name = typeof loss === 'string' ? loss : (loss as {form: string}).form;
  return {form: LAWS.find((law) => law.name === name)!, name, isPreset: false};
}

/** Expands the loss law of a config to a form with all its numbers. */
export function resolveLoss(loss: Config['loss']): Experiment['loss'] {
  const {form, name, isPreset} = originOf(loss);
  const preset = form.presets[isPreset ? name : Object.keys(form.presets)[0]!]!;
  const own = typeof loss === 'string' ? {} : valuesOf(loss, form.parameters);
  const values = Object.fromEntries(
    Object.entries(form.parameters).map(([key, parameter]) => [
      key,
      own[key] ?? preset.values[key] ?? parameter.default ?? 0,
    ]),
  );
  const changed = Object.keys(own).filter((key) => own[key] !== preset.values[key]);
  const source = changed.length === 0 ? preset.source : `${preset.source}; set in the config: ${changed.join(', ')}`;
  return {name, form: form.name, source, values};
}
