import {runInNewContext} from 'node:vm';
import {expect, test} from 'vitest';
import {SCRIPT} from '../../src/report/page/script.ts';
import {type Panel, panels} from '../../src/report/spec.ts';

interface Fitted {
  readonly columns: number;
  readonly concat: ReadonlyArray<{readonly width: number}>;
}

/** What the script of a page hands on to be drawn, of two panels in a picture of this width. */
async function fitted(clientWidth: number, panelWidth: number, beside: number): Promise<Fitted> {
  const panel: Panel = {width: panelWidth, layer: []};
  const texts: Record<string, string> = {
    words: '{}',
    spec: JSON.stringify({...panels('title', 2, [panel, panel], beside), config: {legend: {}}}),
  };
  const picture = {clientWidth, dataset: {spec: 'spec'}, replaceChildren() {}, classList: {remove() {}}};
  return new Promise((resolve) => {
    runInNewContext(SCRIPT, {
      window: {innerWidth: clientWidth, addEventListener() {}},
      document: {
        querySelectorAll: () => [picture],
        getElementById: (id: string) => ({textContent: texts[id]}),
        createElement: () => ({}),
        fonts: {load: async () => []},
      },
      console,
      vegaEmbed: async (_host: unknown, spec: Fitted) => resolve(spec),
    });
  });
}

const widths = ({columns, concat}: Fitted) => [columns, ...concat.map(({width}) => width)];

test('panels in a row are widened by a quarter, one alone to 420 pixels', async () => {
  expect(widths(await fitted(1160, 170, 0))).toEqual([2, 212.5, 212.5]);
  expect(widths(await fitted(500, 170, 0))).toEqual([1, 410, 410]);
});

test('texts beside panels keep their room on the page', async () => {
  // Half of 1160 - 18, less the room for a frame and for 300 pixels of text.
  expect(widths(await fitted(1160, 170, 300))).toEqual([2, 571 - 92 - 300, 571 - 92 - 300]);
  expect(widths(await fitted(1000, 170, 300))).toEqual([1, 420, 420]);
  expect(widths(await fitted(640, 170, 300))).toEqual([1, 622 - 72 - 300, 622 - 72 - 300]);
});
