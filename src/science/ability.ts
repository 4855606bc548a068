import type {CurveChoice} from './curve.ts';
import {shownBy} from './curves/registry.ts';
import type {Ability, AnswerModel} from './latent.ts';

/** Ability by a curve: what it shows, turned into latents by the item model of a benchmark. */
export function abilityBy(choice: CurveChoice, model: AnswerModel): Ability {
  const shown = shownBy(choice);
  return (at) => {
    const value = shown(at);
    if (typeof value === 'number') return model.latentAt(value, at.loss);
    if ('token' in value) return model.tokenLatent(value.token, at.loss);
    const {share, first, rest} = value;
    return {share, first: model.latentAt(first, at.loss), rest: model.latentAt(rest, at.loss)};
  };
}
