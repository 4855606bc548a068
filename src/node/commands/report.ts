import type {Drawing, Language} from '../../report/figure.ts';
import {lawDrawings} from '../../report/law/figures/registry.ts';
import {lawMarkdown} from '../../report/law/markdown.ts';
import {lawHtml} from '../../report/law/page.ts';
import type {LawStudy} from '../../report/law/study.ts';
import {reportMarkdown} from '../../report/markdown.ts';
import type {Study} from '../../report/study.ts';
import {jsonText, writePictures, writeText} from '../output/publish.ts';
import {SCORECARD} from '../output/scorecard.ts';
import {drawAll, drawEach, type Format, type Picture} from '../render/draw.ts';
import {renderHtml, renderPage} from '../render/page.ts';
import type {Watching} from './conduct.ts';
import type {RunOptions} from './options.ts';
import {timed} from './seconds.ts';

type Options = Pick<RunOptions, 'language' | 'formats'>;

/** What makes a report. */
interface Pages {
  draw(formats: readonly Format[]): Promise<readonly Picture[]>;
  page(pictures: readonly Picture[], language: Language): Promise<string>;
  markdown(drawings: readonly Drawing[], language: Language): string;
}

/** Draws the figures, then writes them and both reports into a folder. */
async function writePages(
  {draw, page, markdown}: Pages,
  folder: string,
  {language, formats}: Options,
  {seconds, effects}: Watching,
): Promise<void> {
  const kinds = [...new Set<Format>(['vl.json', ...(formats as Format[])])];
  const pictures = await timed(seconds, 'figures', effects, async () => {
    const drawn = await draw(kinds);
    await writePictures(folder, drawn);
    return drawn;
  });
  await timed(seconds, 'report', effects, async () => {
    await writeText(folder, 'report.html', await page(pictures, language));
    const drawings = pictures.map(({drawing}) => drawing);
    await writeText(folder, 'report.md', markdown(drawings, language));
  });
}

/** Writes figures, the comparison with published numbers and both reports of a study into a folder. */
export async function writeReport(study: Study, folder: string, options: Options, watching: Watching): Promise<void> {
  const pages: Pages = {
    draw: (formats) => drawAll(study, options.language, formats),
    page: (pictures, language) => renderPage(study, pictures, language),
    markdown: (drawings, language) => reportMarkdown(study, drawings, language),
  };
  await writePages(pages, folder, options, watching);
  if (study.scorecard.length > 0) await writeText(folder, SCORECARD, jsonText({rows: study.scorecard}));
}

/** Writes figures and both reports of a fitted law into a folder. */
export function writeLawReport(study: LawStudy, folder: string, options: Options, watching: Watching): Promise<void> {
  const drawings = lawDrawings(study, options.language);
  const pages: Pages = {
    draw: (formats) => drawEach(drawings, formats),
    page: (pictures, language) =>
      renderHtml((pageOptions) => lawHtml(study, drawings, pageOptions), pictures, language),
    markdown: (_, language) => lawMarkdown(study, drawings, language),
  };
  return writePages(pages, folder, options, watching);
}
