import { pathOf } from '../../shared/domain/addresses.ts';
import { type AtomEntry, writeAtom } from '../../shared/format/atom.ts';
import type { InputSubject } from '../../shared/model/disposition.ts';
import type { Problem } from '../../shared/model/problem.ts';
import { ok, type Result } from '../../shared/model/result.ts';
import type { Signature } from '../../shared/model/signature.ts';
import { seesSubject, type Viewer } from '../../shared/policy/visible.ts';
import type { Visitor } from '../ports/gatekeeper.ts';
import type { QueryContext } from './context.ts';
import {
  changeText,
  commentTitle,
  decisionTitle,
  phaseTitle,
  proposalTitle,
  SUBTITLE,
  versionTitle,
  WITHDRAWN,
} from './feed-words.ts';
import { labelOfProposal } from './notices.ts';
import { permit } from './permit.ts';
import type { RegisterCopy } from './register-copies.ts';

/** Entries of a feed: what a reader that looks once a day may miss in the busiest week. */
const FEED_ENTRIES = 200;

export interface Feed {
  /** Changes with anything the feed is made of; cheap to ask for. */
  readonly etag: string;
  write(): Promise<string>;
}

/**
 * The feed of a document for one visitor: what is public in it, as far as the visitor may see it. Notes of a
 * delegation are in no feed, not even their own: feed readers keep what they read in places nobody here knows.
 * `self` is null where the feed's address holds a token.
 */
export async function feedOf(
  context: QueryContext,
  visitor: Visitor,
  origin: string,
  self: string | null,
): Promise<Result<Feed, Problem>> {
  const permitted = permit(visitor, 'register.view');
  if (!permitted.ok) return permitted;
  const { document, abilities } = visitor;
  const { rows } = context.store;
  const head = await rows.register.head(document.id);
  const latest = (await rows.versions.ofDocument(document.id)).at(-1)?.id ?? null;
  const made = [
    document.title,
    document.phaseSince,
    abilities['text.view'].allowed,
    head,
    latest,
    origin,
    self,
  ];
  return ok({
    etag: `"${context.secrets.hash(JSON.stringify(made)).slice(0, 32)}"`,
    write: async () => {
      const entries = await entriesOf(context, visitor, origin);
      return writeAtom({
        id: `urn:sounding-board:document:${document.id}`,
        title: document.title,
        subtitle: SUBTITLE,
        updated: entries[0]?.updated ?? document.createdAt,
        link: `${origin}${pathOf(document.id, { noun: 'document', id: document.id })}`,
        self,
        entries,
      });
    },
  });
}

/** The newest entries first; the same second in the order of their ids, so that a feed is the same twice. */
async function entriesOf(
  { store, registers }: QueryContext,
  { document, abilities }: Visitor,
  origin: string,
): Promise<readonly AtomEntry[]> {
  const { rows } = store;
  const register = await registers.of(document.id);
  const people = new Map((await rows.participants.ofDocument(document.id)).map((row) => [row.id, row]));
  const delegations = new Map(
    (await rows.delegations.ofDocument(document.id)).map((row) => [row.id, row.name]),
  );
  const nameOf = (participantId: Signature['participantId']): string => people.get(participantId)?.name ?? '';
  const authorOf = ({ participantId, delegationId, onBehalfOf }: Signature): string => {
    const group = register.ofNoun('group').find(({ id }) => id === onBehalfOf)?.row.name;
    const delegation = delegations.get(delegationId) ?? '';
    return `${nameOf(participantId)} (${delegation}${group === undefined ? '' : `, on behalf of ${group}`})`;
  };
  const entry = (noun: string, id: string, rest: Omit<AtomEntry, 'id' | 'category'>): AtomEntry => ({
    id: `urn:sounding-board:${noun}:${document.id}:${id}`,
    category: noun,
    ...rest,
  });
  const versions = (await rows.versions.ofDocument(document.id)).map((version) =>
    entry('version', version.id, {
      title: versionTitle(version.name),
      updated: version.publishedAt,
      published: version.publishedAt,
      author: nameOf(version.publishedBy),
      link: `${origin}${pathOf(document.id, { noun: 'version', id: version.id })}`,
      content: version.letter === '' ? version.name : version.letter,
    }),
  );
  const phase = entry('phase', document.phaseSince, {
    title: phaseTitle(document.phase),
    updated: document.phaseSince,
    published: document.phaseSince,
    author: document.title,
    link: `${origin}${pathOf(document.id, { noun: 'document', id: document.id })}`,
    content: document.closesAt === null ? phaseTitle(document.phase) : `Until ${document.closesAt}.`,
  });
  const viewer: Viewer = { delegation: null, abilities };
  const inputs = register.entries(0).flatMap((found): AtomEntry[] => {
    const subject = subjectOf(found.noun, found.id, register);
    if (subject === null || !seesSubject(subject, viewer, register)) return [];
    const link = `${origin}${pathOf(document.id, pageOf(subject, register))}`;
    if (found.noun === 'comment') {
      const { row } = found;
      const content = row.withdrawnAt === null ? row.text : WITHDRAWN;
      return [
        entry('comment', row.id, {
          ...stamps(row.by, found.at),
          title: commentTitle(row),
          author: authorOf(row.by),
          link,
          content,
        }),
      ];
    }
    if (found.noun === 'proposal') {
      const { row } = found;
      const words = [row.rationale, ...row.changes.map(changeText)]
        .filter((text) => text !== '')
        .join('\n\n');
      return [
        entry('proposal', row.id, {
          ...stamps(row.by, found.at),
          title: proposalTitle(labelOfProposal(row)),
          author: authorOf(row.by),
          link,
          content: row.withdrawnAt === null ? words : WITHDRAWN,
        }),
      ];
    }
    if (found.noun !== 'disposition') return [];
    const { row } = found;
    return [
      entry('disposition', row.id, {
        ...stamps(row.by, found.at),
        title: decisionTitle(row.decision, titleOf(subject, register)),
        author: authorOf(row.by),
        link,
        content: [row.summary, row.reason].filter((text) => text !== '').join('\n\n'),
      }),
    ];
  });
  return [...versions, phase, ...inputs]
    .sort((a, b) => (a.updated === b.updated ? (a.id < b.id ? -1 : 1) : a.updated < b.updated ? 1 : -1))
    .slice(0, FEED_ENTRIES);
}

const stamps = ({ at }: Signature, updated: string) => ({ published: at, updated });

/** What an entry of the register is about, for nouns that stand in feeds. */
function subjectOf(noun: string, id: string, register: RegisterCopy): InputSubject | null {
  if (noun === 'comment' || noun === 'proposal') return { noun, id: id as never };
  if (noun !== 'disposition') return null;
  return register.ofNoun('disposition').find((entry) => entry.id === id)?.row.on ?? null;
}

/** Where to read it: a part of a submission is read in the whole. */
const pageOf = (on: InputSubject, register: RegisterCopy) =>
  on.noun === 'item' ? ({ noun: 'comment', id: register.item(on.id)?.commentId ?? '' } as const) : on;

function titleOf(on: InputSubject, register: RegisterCopy): string {
  if (on.noun === 'proposal') {
    const proposal = register.proposal(on.id);
    return proposalTitle(proposal === undefined ? '' : labelOfProposal(proposal));
  }
  const comment = register.comment(pageOf(on, register).id as never);
  return comment === undefined ? '' : commentTitle(comment);
}
