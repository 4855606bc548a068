import type {Language} from '../report/figure.ts';

/** The language that an environment asks for: Chinese where LC_ALL, LC_MESSAGES or LANG, the first that is set, starts with zh. */
export function languageOf(env: Readonly<Record<string, string | undefined>>): Language {
  const locale = env.LC_ALL || env.LC_MESSAGES || env.LANG || '';
  return locale.toLowerCase().startsWith('zh') ? 'zh' : 'en';
}
