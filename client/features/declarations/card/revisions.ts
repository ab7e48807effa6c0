import type { WordDifference } from '../../../../shared/compare/comparison.ts';
import { textDifference } from '../../../../shared/compare/text-difference.ts';
import { objectKey } from '../../../../shared/domain/declaration-objects.ts';
import type {
  Declaration,
  DeclarationKind,
  DeclarationObject,
  Ground,
  Joining,
  SpokenWords,
} from '../../../../shared/model/declaration.ts';
import type { DelegationId, IsoTime } from '../../../../shared/model/ids.ts';
import type { RegisterEntry } from '../../../../shared/model/register.ts';

/** What a revision did to the words of a declaration. */
export interface WordChange {
  readonly of: 'statement' | 'original';
  /** In which language they are now; null where that did not change. */
  readonly language: string | null;
  /** The language whose direction the words take. */
  readonly shownIn: string;
  readonly words: readonly WordDifference[];
}

/** One thing that happened to a declaration. */
export type DeclarationEvent = { readonly at: IsoTime; readonly revision: number } & (
  | { readonly what: 'filed' }
  | { readonly what: 'withdrawn' }
  | { readonly what: 'joined'; readonly joining: Joining }
  | { readonly what: 'left'; readonly delegation: DelegationId }
  | {
      readonly what: 'corrected';
      readonly kind: DeclarationKind | null;
      readonly words: readonly WordChange[];
      readonly added: readonly DeclarationObject[];
      readonly removed: readonly DeclarationObject[];
      readonly grounds: readonly Ground[] | null;
      readonly links: boolean;
    }
);

/** The history of a declaration, newest first, told from its revisions. */
export function declarationEvents(entries: readonly RegisterEntry[]): readonly DeclarationEvent[] {
  const revisions = entries.flatMap((entry) => (entry.noun === 'declaration' ? [entry] : []));
  return revisions
    .flatMap(({ at, revision, row }, k): DeclarationEvent[] => {
      const before = revisions[k - 1]?.row;
      return before === undefined
        ? [{ at, revision, what: 'filed' }]
        : eventsBetween(before, row).map((event) => ({ at, revision, ...event }));
    })
    .toReversed();
}

type Event = DeclarationEvent extends infer One
  ? One extends DeclarationEvent
    ? Omit<One, 'at' | 'revision'>
    : never
  : never;

function eventsBetween(before: Declaration, after: Declaration): Event[] {
  const events: Event[] = [];
  if (before.correctedAt !== after.correctedAt) events.push(correction(before, after));
  for (const joining of after.joined)
    if (!before.joined.some((one) => one.delegationId === joining.delegationId && one.at === joining.at))
      events.push({ what: 'joined', joining });
  for (const { delegationId } of before.joined)
    if (!after.joined.some((one) => one.delegationId === delegationId))
      events.push({ what: 'left', delegation: delegationId });
  if (before.withdrawnAt === null && after.withdrawnAt !== null) events.push({ what: 'withdrawn' });
  return events;
}

function correction(before: Declaration, after: Declaration): Event {
  const keys = (objects: Declaration['objects']) => new Set(objects.map(objectKey));
  const [had, has] = [keys(before.objects), keys(after.objects)];
  return {
    what: 'corrected',
    kind: before.kind === after.kind ? null : after.kind,
    words: [
      ...wordChange('statement', before.statement, after.statement),
      ...wordChange('original', before.original, after.original),
    ],
    added: after.objects.filter((object) => !had.has(objectKey(object))),
    removed: before.objects.filter((object) => !has.has(objectKey(object))),
    grounds: same(before.grounds, after.grounds) ? null : after.grounds,
    links: !same([before.recording, before.written], [after.recording, after.written]),
  };
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

function wordChange(
  of: WordChange['of'],
  before: SpokenWords | null,
  after: SpokenWords | null,
): WordChange[] {
  if (same(before, after)) return [];
  return [
    {
      of,
      language: after !== null && before?.language !== after.language ? after.language : null,
      shownIn: (after ?? before)?.language ?? 'en',
      words: textDifference(before?.text ?? '', after?.text ?? ''),
    },
  ];
}
