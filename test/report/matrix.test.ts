import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {matrix} from '../../src/report/figures/matrix.ts';
import {freeCorner} from '../../src/report/matrix/corner.ts';
import {linePlaces, type Place, type Plot, pointPlaces, thinned} from '../../src/report/matrix/place.ts';
import {intervalText, percentText} from '../../src/report/numbers.ts';
import type {Study} from '../../src/report/study.ts';
import {CELL_INK} from '../../src/report/theme.ts';
import {typicalOnset, typicalWidth, usualShape} from '../../src/report/typical.ts';
import {sampleStudy} from './sampleStudy.ts';
import {sampleTable} from './sampleTable.ts';

interface LayerData {
  readonly data: {readonly values: ReadonlyArray<Readonly<Record<string, number | string>>>};
  readonly mark: {readonly type: string; readonly fill?: string};
}

interface Frame {
  readonly width: number;
  readonly height: number;
  readonly layer: readonly LayerData[];
}

const frameOf = (study: Study, i = 0): Frame => matrix.draw(study, 'en')[i]!.spec as unknown as Frame;
const valuesOf = ({layer}: Frame, type: string) =>
  layer.filter(({mark}) => mark.type === type).flatMap(({data}) => data.values);
const textsOf = (frame: Frame): readonly string[] => valuesOf(frame, 'text').map(({text}) => String(text));
const stripsOf = ({layer}: Frame, fill: string) =>
  layer.filter(({mark}) => mark.type === 'rect' && mark.fill === fill).flatMap(({data}) => data.values);

describe('the matrix', () => {
  it('is one drawing for each benchmark, with every world as a row and every metric as a column', () => {
    const study = sampleStudy();
    expect(matrix.draw(study, 'en').map(({id}) => id)).toEqual(['matrix-mmlu', 'matrix-c-eval']);
    const texts = textsOf(frameOf(study));
    for (const text of ['threshold', 'smooth', 'Accuracy (%)', 'CorrectChoiceProb', 'BrierScore', 'Verdict'])
      expect(texts.filter((one) => one === text).length).toBe(1);
    expect(texts.filter((text) => text === 'discontinuous').length).toBe(1);
    expect(texts).toContain('continuous, axis turned');
  });

  it('prints the usual shape with its share and the typical width of every curve, and the onset of sharp ones', () => {
    const study = sampleStudy();
    const texts = textsOf(frameOf(study, 1));
    for (const curve of study.findings.curves.filter(({benchmark}) => benchmark === 'c-eval')) {
      const {shape, rate} = usualShape(curve);
      expect(texts).toContain(`${shape} ${percentText(rate!.value)}`);
      expect(texts).toContain(`w ${intervalText(typicalWidth(curve))}`);
      expect(texts.includes(`\u03b7 ${typicalOnset(curve)!.toFixed(3)}`)).toBe(shape === 'sharp');
    }
  });

  it('prints the usual verdict of every world with its share, what was put in and how often it errs', () => {
    const texts = textsOf(frameOf(sampleStudy()));
    expect(texts).toContain('break kept');
    expect(texts).toContain('in 92\u00a0% of replicates');
    expect(texts).toContain('truth: break kept');
    expect(texts).toContain('wrong 1\u00a0% \u00b1 1.0');
    expect(texts).toContain('undecided 7\u00a0% \u00b1 2.6');
  });

  it('prints beside a row the width of a bend that was put in, and of a corner the onset alone', () => {
    const study = sampleStudy({worlds: ['threshold'], benchmarks: ['mmlu']});
    const put = (width: number) => {
      const curves = study.findings.curves.map((curve) => ({...curve, truth: {onset: 2.107, width}}));
      return textsOf(frameOf({...study, findings: {...study.findings, curves}}));
    };
    expect(put(0)).toContain('truth: \u03b7 2.107');
    expect(put(0.0762)).toContain('truth: \u03b7 2.107, w 0.076');
  });

  it('paints a cell by the usual shape over replicates, not by that of replicate 0', () => {
    const study = sampleStudy({benchmarks: ['mmlu'], worlds: ['threshold']});
    // Strips of three curves and of a verdict; the key has a sample of each shape.
    expect(stripsOf(frameOf(study), CELL_INK.sharp.strip).length).toBe(5);
    const curves = study.findings.curves.map((curve) => ({...curve, shape: 'undetermined' as const}));
    const other = {...study, findings: {...study.findings, curves}};
    expect(stripsOf(frameOf(other), CELL_INK.sharp.strip).length).toBe(5);
    const [first, ...rest] = study.findings.curves;
    const {sharp, soft, undetermined} = first!.rates!.shapes;
    const softer = {...first!, rates: {...first!.rates!, shapes: {sharp: soft, soft: sharp, undetermined}}};
    const mixed = {...study, findings: {...study.findings, curves: [softer, ...rest]}};
    expect(stripsOf(frameOf(mixed), CELL_INK.sharp.strip).length).toBe(4);
  });

  it('says what replicate 0 is where most others are something else, and only there', () => {
    const study = sampleStudy({benchmarks: ['mmlu'], worlds: ['threshold']});
    const [first, ...rest] = study.findings.curves;
    const curves = [{...first!, shape: 'undetermined' as const}, ...rest];
    const texts = textsOf(frameOf({...study, findings: {...study.findings, curves}}));
    expect(texts.filter((text) => text === 'replicate 0:').length).toBe(1);
    expect(textsOf(frameOf(study)).some((text) => text.startsWith('replicate 0:'))).toBe(false);
  });

  it.each(['en', 'zh'] as const)('keeps every mark inside its frame (%s)', (language) => {
    for (const {spec} of matrix.draw(sampleStudy(), language)) {
      const frame = spec as unknown as Frame;
      for (const {data} of frame.layer) {
        for (const {x, y, x2 = x!, y2 = y!} of data.values) {
          for (const at of [x, x2]) expect(at).toSatisfy((value: number) => value >= 0 && value <= frame.width);
          for (const at of [y, y2]) expect(at).toSatisfy((value: number) => value >= 0 && value <= frame.height);
        }
      }
    }
  });

  it('has no line of text on another one', () => {
    const places = valuesOf(frameOf(sampleStudy()), 'text').map(({x, y}) => `${x} ${y}`);
    expect(new Set(places).size).toBe(places.length);
  });

  it('grows by rows, not by panels: a world more adds a row of the same height', () => {
    const height = (worlds: readonly string[]) => frameOf(sampleStudy({benchmarks: ['mmlu'], worlds})).height;
    const one = height(['threshold']);
    const row = height(['threshold', 'smooth']) - one;
    expect(row).toBeGreaterThan(100);
    expect(height(['threshold', 'smooth', 'smooth-logistic'])).toBe(one + 2 * row);
  });

  it('says nothing of shares where there is one replicate, and is not drawn of a table', () => {
    const study = sampleStudy({replicates: 1});
    const bare = {
      ...study,
      findings: {
        ...study.findings,
        benchmarks: study.findings.benchmarks.map((finding) => ({...finding, rates: null})),
        curves: study.findings.curves.map((curve) => ({...curve, rates: null})),
      },
    };
    expect(textsOf(frameOf(bare)).join()).not.toMatch(/replicates|wrong/);
    expect(textsOf(frameOf(bare))).toContain('sharp');
    expect(matrix.draw(sampleTable(), 'en')).toEqual([]);
  });
});

const PLOT: Plot = {
  box: {x: 100, y: 50, width: 200, height: 80},
  loss: {domain: [1, 3], ticks: [], reverse: true, log: false},
  value: {domain: [0, 100], reverse: false, factor: 100},
};

describe('a free corner', () => {
  const plot = {x: 0, y: 0, width: 100, height: 60};
  const size = {width: 40, height: 20};
  const place = (x: number, y: number) => ({x, y});

  it('is the upper left one unless something lies there', () => {
    expect(freeCorner(plot, size, {places: [place(90, 50)], rules: []})).toEqual({...size, x: 0, y: 0});
    expect(freeCorner(plot, size, {places: [place(5, 5)], rules: []})).toEqual({...size, x: 60, y: 40});
    const across = {from: place(0, 50), to: place(100, 50)};
    expect(freeCorner(plot, size, {places: [place(5, 5)], rules: [across]})).toEqual({...size, x: 60, y: 0});
    const up = {from: place(70, 0), to: place(70, 60)};
    expect(freeCorner(plot, size, {places: [place(5, 5)], rules: [up]})).toEqual({...size, x: 0, y: 40});
  });

  it('is the one in which least lies where none is free', () => {
    const places = [place(1, 1), place(2, 2), place(99, 59), place(99, 1), place(99, 2), place(1, 59), place(2, 58)];
    expect(freeCorner(plot, size, {places, rules: []})).toEqual({...size, x: 60, y: 40});
  });
});

describe('the places of a curve', () => {
  it('are those of its axes: loss falls to the right, good is up', () => {
    expect(
      pointPlaces(
        [
          {loss: 3, value: 0},
          {loss: 1.5, value: 0.25},
        ],
        PLOT,
      ),
    ).toEqual([
      {x: 100, y: 130},
      {x: 250, y: 110},
    ]);
  });

  it('are medians in bins where there are many points', () => {
    const rows = Array.from({length: 90}, (_, i) => ({loss: i < 45 ? 2.9 : 1.2, value: [0.1, 0.2, 0.9][i % 3]!}));
    const places = pointPlaces(rows, PLOT);
    expect(places.length).toBe(2);
    for (const {y} of places) expect(y).toBeCloseTo(50 + 80 * 0.8, 9);
    expect(pointPlaces(rows.slice(0, 60), PLOT).length).toBe(60);
  });

  it('lie in the plot even where a fitted curve leaves it', () => {
    for (const {y} of linePlaces({loss: [2.5, 2, 1.5], value: [-4, 0.5, 9]}, PLOT)) {
      expect(y).toBeGreaterThanOrEqual(50);
      expect(y).toBeLessThanOrEqual(130);
    }
  });
});

/** Height of a line at a place of the axis. */
function heightAt(line: readonly Place[], x: number): number {
  const after = Math.max(
    1,
    line.findIndex((place) => place.x >= x),
  );
  const [a, b] = [line[after - 1]!, line[after]!];
  return a.y + ((x - a.x) / (b.x - a.x)) * (b.y - a.y);
}

describe('a thinned line', () => {
  const heights = fc.array(fc.double({min: 0, max: 80, noNaN: true}), {minLength: 3, maxLength: 60});

  it('keeps its ends and places of the whole line only, and nowhere lies further from it than 0.15 pixels', () => {
    fc.assert(
      fc.property(heights, (ys) => {
        const line = ys.map((y, i) => ({x: 3 * i, y}));
        const thin = thinned(line);
        expect([thin[0], thin.at(-1)]).toEqual([line[0], line.at(-1)]);
        expect(thin.every((place) => line.includes(place))).toBe(true);
        // The distance is at right angles: up the page it is larger by the slope of the thin piece.
        for (const {x, y} of line) {
          const after = Math.max(
            1,
            thin.findIndex((place) => place.x >= x),
          );
          const [a, b] = [thin[after - 1]!, thin[after]!];
          const stretch = Math.hypot(b.x - a.x, b.y - a.y) / (b.x - a.x);
          expect(Math.abs(heightAt(thin, x) - y)).toBeLessThanOrEqual(0.15 * stretch + 1e-9);
        }
      }),
    );
  });

  it('is its two ends where it is straight, and keeps a corner', () => {
    const straight = Array.from({length: 50}, (_, i) => ({x: i, y: 2 * i}));
    expect(thinned(straight).length).toBe(2);
    const corner = Array.from({length: 51}, (_, i) => ({x: i, y: Math.max(0, i - 25)}));
    expect(thinned(corner)).toEqual([corner[0], corner[25], corner[50]]);
  });
});
