/** Data that fills the words of a fault. */
export type FaultData = Readonly<Record<string, string | number | readonly string[]>>;

/** What went wrong, as a code with data; words are chosen where people read. */
export class Fault extends Error {
  readonly code: string;
  readonly data: FaultData;
  /** 1: bad input; 2: the machine. */
  readonly exit: 1 | 2;

  constructor(code: string, data: FaultData = {}, exit: 1 | 2 = 1) {
    super(`${code}: ${JSON.stringify(data)}`);
    this.name = 'Fault';
    this.code = code;
    this.data = data;
    this.exit = exit;
  }
}
