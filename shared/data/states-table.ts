import type { Region } from '../model/participant.ts';
import type { State, UN_LANGUAGES } from './state.ts';

/** The languages of a table's columns, in the order in which they stand behind the code. */
const COLUMNS = [
  'en',
  'fr',
  'es',
  'ru',
  'zh',
  'ar',
] as const satisfies readonly (typeof UN_LANGUAGES)[number][];

/**
 * States out of a table with one line for each, its columns parted by `|`. The tables are ours, so a line that is not
 * whole is a bug and throws.
 */
export function readStates(
  table: string,
  standing: State['standing'],
  region: Region | null,
  notes: ReadonlyMap<string, string>,
): readonly State[] {
  return table
    .trim()
    .split('\n')
    .map((line) => {
      const [code, ...names] = line.split('|').map((cell) => cell.trim());
      const [en, fr, es, ru, zh, ar] = names;
      if (!code || !en || !fr || !es || !ru || !zh || !ar || names.length !== COLUMNS.length)
        throw new Error(`a line of a table of States is not whole: ${line}`);
      return { code, standing, region, names: { ar, zh, en, fr, ru, es }, note: notes.get(code) ?? null };
    });
}
