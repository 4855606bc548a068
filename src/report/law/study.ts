import type {LawEvidence} from '../../inference/lawFit/evidence.ts';
import type {LawFinding} from '../../inference/lawFit/finding.ts';
import type {Manifest} from '../study.ts';

/** A law fitted to a table: everything that its figures and its report read, plain data. */
export interface LawStudy {
  readonly manifest: Manifest;
  /** Name of the table as the user gave it, the command that fits it again, its rows, and those of the asked ones that lack a number. */
  readonly table: {readonly file: string; readonly command: string; readonly rows: number; readonly incomplete: number};
  readonly finding: LawFinding;
  readonly evidence: LawEvidence;
}
