/**
 * Who takes part in the General Assembly without being a member. Names of the two observer States: UNTERM, as in
 * member-states.ts. The European Union takes part under A/RES/65/276 (3 May 2011); it is no State.
 * Code | English | French | Spanish | Russian | Chinese | Arabic.
 */
import { MEMBER_STATES } from './member-states.ts';
import type { State } from './state.ts';
import { readStates } from './states-table.ts';

const OBSERVER_STATES = `
VAT | Holy See | Saint-Siège | Santa Sede | Святой Престол | 罗马教廷 | الكرسي الرسولي
PSE | State of Palestine | État de Palestine | Estado de Palestina | Государство Палестина | 巴勒斯坦国 | دولة فلسطين
`;

const PARTICIPANTS = `
EUE | European Union | Union européenne | Unión Europea | Европейский союз | 欧洲联盟 | الاتحاد الأوروبي
`;

const NOTES: ReadonlyMap<string, string> = new Map([
  ['VAT', 'Non-member observer State; A/RES/58/314.'],
  ['PSE', 'Non-member observer State; A/RES/67/19.'],
  [
    'EUE',
    'Takes part as a regional organisation and speaks in its own name; A/RES/65/276. No State and no vote.',
  ],
]);

export const OBSERVERS: readonly State[] = [
  ...readStates(OBSERVER_STATES, 'observer', null, NOTES),
  ...readStates(PARTICIPANTS, 'participant', null, NOTES),
];

/** Members first, then those who take part without being one. */
export const STATES: readonly State[] = [...MEMBER_STATES, ...OBSERVERS];
