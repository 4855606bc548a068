import {compile, type TopLevelSpec} from 'vega-lite';

/** What Vega-Lite has to say against a spec. */
export function warningsOf(spec: TopLevelSpec): string[] {
  const warnings: string[] = [];
  const keep = (...parts: readonly unknown[]) => {
    warnings.push(parts.join(' '));
    return logger;
  };
  const drop = () => logger;
  const logger = {level: drop as never, error: keep, warn: keep, info: drop, debug: drop};
  compile(spec, {logger});
  return warnings;
}
