import type { Group } from '../model/group.ts';
import { type Holder, holderKey } from '../model/holder.ts';
import type { IsoTime, VersionId } from '../model/ids.ts';
import type { Adoption, SilenceObjection, SilenceProcedure } from '../model/silence.ts';
import type { RecordWaiting, Waiting } from '../model/waiting.ts';
import type { HeldPositions } from './held-position.ts';
import { breaks, silenceAt } from './silence-outcome.ts';
import type { Awaited } from './waiting.ts';

/** What waiting depends on: silence and objections, what is held on the latest version, and who speaks for groups. */
export interface RecordFacts {
  readonly latest: VersionId | null;
  readonly held: HeldPositions;
  readonly groups: Iterable<Group>;
  readonly silences: readonly SilenceProcedure[];
  readonly objections: readonly SilenceObjection[];
  readonly adoption: Adoption | null;
}

/**
 * Positions and silence that wait for somebody (rule E22): a silence that runs, for a government that has said
 * nothing; positions to be confirmed, of the delegation and of groups it speaks for; for facilitators the places that
 * the last silence was broken at, until another version is published.
 */
export function waitingOnRecord(me: Awaited, facts: RecordFacts, now: IsoTime): Waiting<RecordWaiting>[] {
  const { latest, silences, objections, adoption } = facts;
  if (latest === null || adoption !== null) return [];
  const newest = silences
    .filter(({ version }) => version === latest)
    .map((silence) => silenceAt(silence, objections, now))
    .sort((a, b) => (a.opensAt < b.opensAt ? 1 : -1))[0];
  const found: Waiting<RecordWaiting>[] = [];
  const mine = holdersOf(me, facts);
  if (newest?.outcome === 'running' && me.role === 'delegate') {
    const said = objections.some(
      ({ silence, holder, withdrawnAt }) =>
        silence === newest.id && withdrawnAt === null && mine.has(holderKey(holder)),
    );
    if (!said) found.push({ what: 'silence', ids: [newest.id], until: newest.deadline });
  }
  if (me.role === 'delegate' || me.role === 'stakeholder') {
    const ids = [...mine].flatMap((key) =>
      [...(facts.held.get(key)?.values() ?? [])]
        .filter(({ state }) => state === 'to-reconfirm')
        .map(({ paragraph }) => paragraph),
    );
    if (ids.length > 0) found.push({ what: 'reconfirm', ids });
  }
  if (newest?.outcome === 'broken' && me.role === 'facilitator') {
    const places = objections
      .filter((objection) => breaks(objection, newest))
      .flatMap(({ places: named }) =>
        named.map(({ paragraph, chapeau }) => (chapeau ? `${paragraph}.chapeau` : paragraph)),
      );
    found.push({ what: 'broken', ids: [...new Set<string>(places)] });
  }
  return found;
}

/** The delegation, and the groups that it speaks for. */
function holdersOf({ delegationId }: Awaited, { groups }: RecordFacts): ReadonlySet<string> {
  const key = (holder: Holder): string => holderKey(holder);
  const spoken = [...groups].filter(({ spokesperson }) => spokesperson === delegationId);
  return new Set([
    key({ noun: 'delegation', id: delegationId }),
    ...spoken.map(({ id }) => key({ noun: 'group', id })),
  ]);
}
