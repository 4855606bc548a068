import {describe, expect, it} from 'vitest';
import {decisionLines, decisionSection, decisionSentences, needsText} from '../../src/report/evidence/decision.ts';
import {decision} from '../../src/report/figures/decision.ts';
import {casesOf} from '../../src/report/lookup.ts';
import {sampleTable} from './sampleTable.ts';
import {undecidedTable} from './variants.ts';

describe('what would decide an undetermined score', () => {
  const study = undecidedTable();
  const [entry] = casesOf(study, 'en');
  const decisions = study.findings.curves.map((curve) => curve.decision!);

  it('is so many points or so little noise, or more than was tried', () => {
    expect(needsText(decisions[0]!, 'en')).toBe('2 times the points, or the noise divided by 1.5');
    expect(needsText(decisions[1]!, 'en')).toBe('more than 2 times the points, or the noise divided by more than 1.5');
    expect(needsText({...decisions[0]!, fewest: {points: 1, noise: 1}}, 'en')).toBe('no more points, or no less noise');
    expect(needsText(decisions[0]!, 'zh')).toBe('点数为 2 倍，或噪声除以 1.5');
  });

  it('is said in a line and in a sentence of each score', () => {
    expect(decisionLines(study, entry!, 'en')[0]).toContain('2 times the points');
    const [sentence] = decisionSentences(study, entry!, 'en');
    expect(sentence).toContain(
      'told rightly in 60\u00a0% (± 3.0\u00a0%) if the truth is its best hinge (\u03b7 2.100)',
    );
    expect(sentence).toContain('(Gompertz), wrongly in 0\u00a0% (± 3.0\u00a0%) and 2\u00a0% (± 3.0\u00a0%)');
  });

  it('is a table of rates with their Monte Carlo errors, a row for each design', () => {
    const {table} = decisionSection(study, 'en')!;
    expect(table.rows.length).toBe(3 * decisions.length);
    expect(table.rows.slice(0, 3).map((row) => row[3])).toEqual(['as it is', '2 × points', 'noise / 1.5']);
    expect(table.rows[0]!.slice(4)).toEqual(['60\u00a0% ± 3.0 / 0\u00a0% ± 3.0', '90\u00a0% ± 3.0 / 2\u00a0% ± 3.0']);
  });

  it('is drawn in two panels for each score, and only where it was asked', () => {
    const [drawing] = decision.draw(study, 'zh');
    expect((drawing!.spec as unknown as {concat: unknown[]}).concat.length).toBe(2 * decisions.length);
    expect(decision.draw(sampleTable(), 'en')).toEqual([]);
    expect(decisionSection(sampleTable(), 'en')).toBeNull();
  });
});
