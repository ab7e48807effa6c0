/**
 * The 193 Member States of the United Nations with their official short names in the six languages and their
 * regional groups. Read as of 22 November 2026; nothing here changes by itself, and everything that comes of it can
 * be edited in a document.
 *
 * Names: UNTERM, as exported to data/unterm_names.csv of github.com/datasets/country-codes, commit a09b84ab, with the
 * articles in brackets taken off. Mended since that export: Türkiye (its letter to the Secretary-General took effect
 * on 1 June 2022: English, French and Spanish; the other three scripts keep their word). Eswatini, North Macedonia and
 * Czechia stand there already.
 *
 * Regional groups: "Regional groups of Member States" of the Department for General Assembly and Conference
 * Management (un.org/dgacm/content/regional-groups) with the special cases of ask.un.org/faq/14521, checked code by
 * code against data/{african-group,asia-pacific-group,eastern-european-group,grulac,weog}.csv of
 * github.com/openclimatedata/countrygroups, which differ only in having Türkiye in two.
 * Counts: 54 African, 54 Asia-Pacific with Kiribati, 23 Eastern European, 33 Latin American and Caribbean,
 * 29 Western European and other with the United States.
 *
 * Nothing of shared/data belongs into what a page loads first: load it with `import()` where it is needed.
 */
import { AFRICAN } from './member-states-african.ts';
import { ASIA_PACIFIC } from './member-states-asia-pacific.ts';
import { EASTERN_EUROPEAN } from './member-states-eastern-european.ts';
import { GRULAC } from './member-states-grulac.ts';
import { WEOG } from './member-states-weog.ts';
import type { State } from './state.ts';
import { readStates } from './states-table.ts';

const NOTES: ReadonlyMap<string, string> = new Map([
  [
    'ISR',
    'Joined the Western European and other States in May 2000 for a time, without limit of time since 2004.',
  ],
  [
    'KIR',
    'Long in no regional group; the list of the Department for General Assembly and Conference Management has it among the Asia-Pacific States.',
  ],
  [
    'NLD',
    'ISO 3166-1 lists it as Netherlands (Kingdom of the) since; its short names in the other languages were not found, so those of the export stay.',
  ],
  [
    'TUR',
    'Takes part in the Asia-Pacific Group too; counted among the Western European and other States for elections.',
  ],
  [
    'USA',
    'Member of no regional group: observer in that of the Western European and other States, and counted there for elections.',
  ],
]);

/** By regional group; for people they are put in order by `statesInOrder`. */
export const MEMBER_STATES: readonly State[] = [
  ...readStates(AFRICAN, 'member', 'african', NOTES),
  ...readStates(ASIA_PACIFIC, 'member', 'asia-pacific', NOTES),
  ...readStates(EASTERN_EUROPEAN, 'member', 'eastern-european', NOTES),
  ...readStates(GRULAC, 'member', 'grulac', NOTES),
  ...readStates(WEOG, 'member', 'weog', NOTES),
];
