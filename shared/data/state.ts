import type { Region } from '../model/participant.ts';

/** The official languages of the United Nations. */
export const UN_LANGUAGES = ['ar', 'zh', 'en', 'fr', 'ru', 'es'] as const;
export type UnLanguage = (typeof UN_LANGUAGES)[number];

/** ISO 3166-1 alpha-3 of a State; `EUE` (ICAO Doc 9303, part 3) of the European Union, which has none there. */
export type StateCode = string;

/**
 * A State that takes part in the work of the General Assembly.
 * `member`: one of the 193; `observer`: a non-member observer State; `participant`: no State, but speaks in its own name.
 */
export interface State {
  readonly code: StateCode;
  readonly standing: 'member' | 'observer' | 'participant';
  /** Official short names, without the article that some languages put behind them in brackets. */
  readonly names: Readonly<Record<UnLanguage, string>>;
  /** The regional group it is counted in for elections. */
  readonly region: Region | null;
  /** What the columns do not say, in English: a peculiarity of its group or of its name. */
  readonly note: string | null;
}
