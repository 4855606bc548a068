import {loadFaces} from './fonts.ts';
import {renderSvg} from './svg.ts';

/** Loads the renderer and the fonts and draws one dot, so that the figures of a study start warm. */
export async function warmRenderer(): Promise<void> {
  await Promise.all([loadFaces(), renderSvg({data: {values: [{x: 1}]}, mark: 'point', encoding: {x: {field: 'x'}}})]);
}
