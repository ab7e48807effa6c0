import { type Chained, followTo, type Target, textsNeeded } from '../anchor/chain.ts';
import { type IndexedText, indexText } from '../anchor/indexed-text.ts';
import type { LiveText } from '../anchor/live-text.ts';
import { quoteAt } from '../anchor/make-anchor.ts';
import type { Anchor, AnchoredText } from '../model/anchor.ts';
import type { Comment } from '../model/comment.ts';
import type { Carriage } from '../model/disposition.ts';
import type { DocumentId, VersionId } from '../model/ids.ts';
import { plainText } from '../model/paragraph.ts';
import type { Proposal } from '../model/proposal.ts';
import type { EntryOf } from '../model/register.ts';
import type { Version, VersionSummary } from '../model/version.ts';

/** What a document's register holds that stands on texts. */
export interface Carried {
  readonly comments: readonly Comment[];
  readonly proposals: readonly Proposal[];
  /** Oldest first. */
  readonly carriages: readonly Pick<Carriage, 'id' | 'comments' | 'proposals'>[];
}

/** Where everything in the register stands in a text: what a carriage records. */
export type Places = Pick<Carriage, 'comments' | 'proposals'>;

/** A text other than the one that is carried to. */
export interface OtherText {
  readonly text: IndexedText;
  readonly live: LiveText | null;
}

/**
 * What would become of every comment and proposal in a text. Withdrawn ones, and comments on proposals, which stand on
 * no text, are left out. `order`: all versions, oldest first. `load` gives another text, or null if it is gone.
 */
export async function carryRegister(
  { comments, proposals, carriages }: Carried,
  target: Target,
  order: readonly VersionId[],
  load: (name: AnchoredText) => Promise<OtherText | null>,
): Promise<Places> {
  const recordedComments = recordedPlaces(carriages, ({ comments: places }) => places);
  const recordedProposals = recordedPlaces(carriages, ({ proposals: places }) => places);
  const onText = comments.flatMap(({ id, on, withdrawnAt }) =>
    on.noun === 'text' && withdrawnAt === null
      ? [{ id, chained: { anchor: on.anchor, recorded: recordedComments.get(id) ?? [] } }]
      : [],
  );
  const open = proposals.flatMap((proposal) => {
    const anchor = proposal.withdrawnAt === null ? proposalAnchor(proposal) : null;
    const recorded = recordedProposals.get(proposal.id) ?? [];
    return anchor === null ? [] : [{ id: proposal.id, chained: { anchor, recorded } }];
  });
  const all = [...onText, ...open].map(({ chained }) => chained);
  const texts = new Map<AnchoredText, OtherText | null>();
  for (const name of textsNeeded(all, target.name, order)) texts.set(name, await load(name));
  const follow = followTo(target, order, (name) => texts.get(name) ?? null);
  return {
    comments: onText.map(({ id, chained }) => ({ id, place: follow(chained) })),
    proposals: open.map(({ id, chained }) => ({ id, place: follow(chained) })),
  };
}

/** What carrying reads of a document; `Rows` of the store fit. */
export interface CarriageRows {
  readonly register: {
    ofNoun<Noun extends 'comment' | 'proposal' | 'carriage'>(
      documentId: DocumentId,
      noun: Noun,
    ): Promise<readonly EntryOf<Noun>[]>;
  };
  readonly versions: {
    find(documentId: DocumentId, id: VersionId): Promise<Pick<Version, 'paragraphs'> | null>;
    ofDocument(documentId: DocumentId): Promise<readonly Pick<VersionSummary, 'id' | 'ordinal'>[]>;
  };
}

/** The same for a document as it is stored. `working` gives the working text, where it is not the target itself. */
export async function carryDocument(
  rows: CarriageRows,
  documentId: DocumentId,
  target: Target,
  working: () => Promise<OtherText | null>,
): Promise<Places> {
  const row = <Row>({ row }: { readonly row: Row }): Row => row;
  const versions = await rows.versions.ofDocument(documentId);
  const order = [...versions].sort((a, b) => a.ordinal - b.ordinal).map(({ id }) => id);
  const carriages = (await rows.register.ofNoun(documentId, 'carriage')).map(row);
  return await carryRegister(
    {
      comments: (await rows.register.ofNoun(documentId, 'comment')).map(row),
      proposals: (await rows.register.ofNoun(documentId, 'proposal')).map(row),
      carriages: order.flatMap((id) => carriages.filter((carriage) => carriage.id === id)),
    },
    target,
    order,
    async (name) => {
      if (name === 'working') return await working();
      const version = await rows.versions.find(documentId, name);
      return version === null ? null : { text: indexText(version.paragraphs), live: null };
    },
  );
}

/**
 * What a proposal stands on: the paragraph of its first change, as it stood then, or the place behind it where it
 * inserts. Null where that is no paragraph of a text: amendments to amendments follow the proposal they amend.
 */
export function proposalAnchor({ text, amends, changes }: Proposal): Anchor | null {
  const [change] = changes;
  if (change === undefined || amends !== null) return null;
  const { act, paragraph, base } = change;
  const words = base === null ? '' : plainText(base.runs);
  const label = base?.label ?? '';
  if (act === 'insert-after')
    return { scope: 'absent', text, paragraph, label, quote: quoteAt(words, words.length, words.length) };
  if (paragraph === null) return null;
  return { scope: 'paragraph', text, paragraph, label, quote: { exact: words, prefix: '', suffix: '' } };
}

function recordedPlaces<
  Row extends { readonly id: string; readonly place: Chained['recorded'][number]['place'] },
>(
  carriages: Carried['carriages'],
  of: (carriage: Carried['carriages'][number]) => readonly Row[],
): Map<string, Chained['recorded'][number][]> {
  const recorded = new Map<string, Chained['recorded'][number][]>();
  for (const carriage of carriages)
    for (const { id, place } of of(carriage)) {
      const list = recorded.get(id);
      if (list === undefined) recorded.set(id, [{ version: carriage.id, place }]);
      else list.push({ version: carriage.id, place });
    }
  return recorded;
}
