import { DECISIONS, type Decision } from '../model/disposition.ts';
import { type Group, isMember } from '../model/group.ts';
import type { DelegationId, GroupId, IsoTime, ParagraphId, VersionId } from '../model/ids.ts';
import {
  CONSTITUENCIES,
  type Constituency,
  type Delegation,
  REGIONS,
  type Region,
} from '../model/participant.ts';
import type { VersionSummary } from '../model/version.ts';
import { awaitsAnswer, INPUT_KINDS, type Input, type InputKind, isTakenUp, isUndecided } from './input.ts';

export const INPUT_STATES = [
  'undecided',
  'decided',
  'taken-up',
  'not-taken-up',
  'contested',
  'unsatisfied',
  'mine',
  'reaction',
  'contest',
  'withdrawn',
] as const;
export type InputState = (typeof INPUT_STATES)[number];

/** What of the inputs is shown; null: whatever it is. All of it stands in the address, so that a count can lead to it. */
export interface InputFilter {
  readonly state: InputState | null;
  readonly decision: Decision | null;
  readonly kind: InputKind | null;
  /** `none`: the facilitators themselves. */
  readonly constituency: Constituency | 'none' | null;
  /** `none`: of no regional group. */
  readonly region: Region | 'none' | null;
  readonly group: GroupId | null;
  readonly delegation: DelegationId | null;
  /** A heading's id: what stands below it. */
  readonly section: ParagraphId | null;
  /** `general`: on no paragraph. */
  readonly paragraph: ParagraphId | 'general' | null;
  /** Written while this version was prepared; `working`: since the latest one. */
  readonly written: VersionId | 'working' | null;
}

export const NO_FILTER: InputFilter = {
  state: null,
  decision: null,
  kind: null,
  constituency: null,
  region: null,
  group: null,
  delegation: null,
  section: null,
  paragraph: null,
  written: null,
};

const FIELDS = Object.keys(NO_FILTER) as readonly (keyof InputFilter)[];
const CHOICES: Partial<Record<keyof InputFilter, readonly string[]>> = {
  state: INPUT_STATES,
  decision: DECISIONS,
  kind: INPUT_KINDS,
  constituency: [...CONSTITUENCIES, 'none'],
  region: [...REGIONS, 'none'],
};

/** Reads an address's query; what it does not know it leaves out. */
export function readFilter(query: { get(field: string): string | null }): InputFilter {
  const read = FIELDS.map((field) => {
    const value = query.get(field);
    const known = value === null || value === '' || CHOICES[field]?.includes(value) === false ? null : value;
    return [field, known];
  });
  return Object.fromEntries(read) as InputFilter;
}

/** The query of an address, `?…` or empty; fields stand in one order, so that equal filters have equal addresses. */
export function filterQuery(filter: Partial<InputFilter>): string {
  const said = FIELDS.flatMap((field) => {
    const value = filter[field] ?? null;
    return value === null ? [] : [`${field}=${encodeURIComponent(value)}`];
  });
  return said.length === 0 ? '' : `?${said.join('&')}`;
}

/** What a filter looks things up in. */
export interface FilterContext {
  readonly delegations: ReadonlyMap<DelegationId, Pick<Delegation, 'constituency' | 'region'>>;
  readonly groups: ReadonlyMap<string, Group>;
  /** Paragraph → heading (`headingsOf`). */
  readonly headings: ReadonlyMap<ParagraphId, ParagraphId>;
  readonly versions: readonly Pick<VersionSummary, 'id' | 'ordinal' | 'publishedAt'>[];
  /** Ids of inputs that wait for the visitor. */
  readonly mine: ReadonlySet<string>;
}

export const filterInputs = (
  inputs: readonly Input[],
  filter: InputFilter,
  context: FilterContext,
): Input[] => inputs.filter((input) => fits(input, filter, context));

function fits(input: Input, filter: InputFilter, context: FilterContext): boolean {
  const from = input.senders.map((id) => context.delegations.get(id));
  const some = <Value>(wanted: Value | null, of: (one: (typeof from)[number]) => Value): boolean =>
    wanted === null || from.some((one) => of(one) === wanted);
  const is = <Value>(wanted: Value | null, value: Value): boolean => wanted === null || wanted === value;
  return (
    (filter.state === null
      ? !input.withdrawn || input.disposition !== null
      : isIn(filter.state, input, context)) &&
    is(filter.decision, input.disposition?.decision) &&
    is(filter.kind, input.kind) &&
    some(filter.constituency, (one) => one?.constituency ?? 'none') &&
    some(filter.region, (one) => one?.region ?? 'none') &&
    (filter.delegation === null || input.senders.includes(filter.delegation)) &&
    is(filter.paragraph, input.paragraph ?? 'general') &&
    (filter.written === null || preparedAt(input.by.at, context.versions) === filter.written) &&
    (filter.section === null ||
      (input.paragraph !== null && context.headings.get(input.paragraph) === filter.section)) &&
    (filter.group === null || speaksFor(input, context.groups.get(filter.group)))
  );
}

function isIn(state: InputState, input: Input, { mine }: FilterContext): boolean {
  switch (state) {
    case 'undecided':
      return isUndecided(input);
    case 'decided':
      return input.disposition !== null;
    case 'taken-up':
      return isTakenUp(input);
    case 'not-taken-up':
      return input.disposition !== null && !isTakenUp(input);
    case 'unsatisfied':
      return input.disposition?.reaction?.satisfied === false;
    case 'contested':
      return (input.disposition?.contests.length ?? 0) > 0;
    case 'mine':
    case 'reaction':
      return mine.has(input.id);
    case 'contest':
      return awaitsAnswer(input);
    case 'withdrawn':
      return input.withdrawn;
  }
}

/** The version that was being prepared at a time: the first one published then or later; `working`: none is yet. */
export const preparedAt = (
  at: IsoTime,
  versions: readonly Pick<VersionSummary, 'id' | 'ordinal' | 'publishedAt'>[],
): VersionId | 'working' =>
  versions.filter(({ publishedAt }) => at <= publishedAt).sort((a, b) => a.ordinal - b.ordinal)[0]?.id ??
  'working';

/** On behalf of the group, or from a delegation that was in it at that time. */
const speaksFor = ({ by, senders }: Input, group: Group | undefined): boolean =>
  group !== undefined &&
  (by.onBehalfOf === group.id || senders.some((delegation) => isMember(group, delegation, by.at)));
