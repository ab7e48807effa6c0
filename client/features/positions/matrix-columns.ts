import { UN_LANGUAGES, type UnLanguage } from '../../../shared/data/state.ts';
import { statesInOrder } from '../../../shared/data/states-in-order.ts';
import {
  type ColumnKind,
  columnsBy,
  type MatrixColumn,
  NO_REGION,
} from '../../../shared/domain/matrix-counts.ts';
import type { PositionMatrix } from '../../../shared/domain/position-matrix.ts';
import { type Constituency, REGIONS, type Region } from '../../../shared/model/participant.ts';
import type { Translate } from '../../ui/messages.ts';

/** A column with the name people read. */
export interface NamedColumn extends MatrixColumn {
  readonly name: string;
}

/** The language of the words on the screen, as far as it has an alphabet of the United Nations. */
const languageOf = (locale: string): UnLanguage =>
  UN_LANGUAGES.find((code) => locale.startsWith(code)) ?? 'en';

/** Things with names in the order of the reader's alphabet, by the rules that lists of States follow. */
export function inAlphabet<Thing extends { readonly name: string }>(
  things: readonly Thing[],
  locale: string,
): Thing[] {
  const language = languageOf(locale);
  const byCode = new Map(things.map((thing, k) => [String(k).padStart(6, '0'), thing]));
  const named = [...byCode].map(([code, { name }]) => ({
    code,
    standing: 'member' as const,
    names: { ar: name, zh: name, en: name, fr: name, ru: name, es: name },
    region: null,
    note: null,
  }));
  return statesInOrder(language, named).flatMap(({ code }) => byCode.get(code) ?? []);
}

/** The columns of a view with their names: constituencies and regions as they are always listed, others by alphabet. */
export function namedColumns(
  kind: ColumnKind,
  matrix: PositionMatrix,
  groupName: (id: string) => string,
  t: Translate,
  locale: string,
): readonly NamedColumn[] {
  const columns = columnsBy(kind, matrix);
  const name = ({ key, members }: MatrixColumn): string => {
    switch (kind) {
      case 'constituency':
        return t(`terms.constituency.${key as Constituency}`);
      case 'region':
        return key === NO_REGION ? t('positions.columns.no-region') : t(`terms.region.${key as Region}`);
      case 'group':
        return groupName(key);
      default:
        return matrix.delegations[members[0] ?? -1]?.name ?? '';
    }
  };
  const named = columns.map((column) => ({ ...column, name: name(column) }));
  return kind === 'group' || kind === 'delegation' ? inAlphabet(named, locale) : named;
}

/** The name of a regional group or constituency, as the readings tell who is silent. */
export const partName = (t: Translate, part: string): string =>
  part === NO_REGION
    ? t('positions.columns.no-region')
    : REGION_KEYS.has(part)
      ? t(`terms.region.${part as Region}`)
      : t(`terms.constituency.${part as Constituency}`);

const REGION_KEYS: ReadonlySet<string> = new Set(REGIONS);
