import type { NoticeSubject, NoticesAnswer, NoticeView } from '../../shared/api/notice.ts';
import type { Anchor } from '../../shared/model/anchor.ts';
import type { InputSubject } from '../../shared/model/disposition.ts';
import type { ParticipantId } from '../../shared/model/ids.ts';
import type { Notice } from '../../shared/model/notice.ts';
import type { Participant } from '../../shared/model/participant.ts';
import type { Proposal } from '../../shared/model/proposal.ts';
import { abilities } from '../../shared/policy/can.ts';
import { seesSubject } from '../../shared/policy/visible.ts';
import type { StoredNotice } from '../ports/notices.ts';
import type { QueryContext } from './context.ts';
import type { NoticeReader } from './notice-reader.ts';
import { recordAbout } from './notices-on-record.ts';

export interface Page {
  readonly before: number | null;
  readonly limit: number;
}

/** What one person of a document is told, newest first. */
export async function noticesOf(
  context: QueryContext,
  participants: readonly Participant[],
  { before, limit }: Page,
): Promise<NoticesAnswer> {
  const { notices } = context.store.rows;
  const found: StoredNotice[] = [];
  let unread = 0;
  for (const { id } of participants) {
    found.push(...(await notices.ofParticipant(id, before, limit + 1)));
    unread += await notices.unread(id);
  }
  const newest = found.sort((a, b) => b.seq - a.seq).slice(0, limit);
  const views: NoticeView[] = [];
  const readers = new Map<ParticipantId, NoticeReader | null>();
  for (const notice of newest) {
    const { participantId } = notice;
    if (!readers.has(participantId)) {
      const participant = participants.find(({ id }) => id === participantId);
      readers.set(participantId, participant === undefined ? null : await readerOf(context, participant));
    }
    const reader = readers.get(participantId) ?? null;
    if (reader !== null) views.push(viewOf(reader, notice));
  }
  return { notices: views, unread, more: found.length > limit };
}

export async function readerOf(
  { store, registers }: QueryContext,
  participant: Participant,
): Promise<NoticeReader | null> {
  const { rows } = store;
  const document = await rows.documents.find(participant.documentId);
  if (document === null) return null;
  const people = await rows.participants.ofDocument(document.id);
  const delegations = await rows.delegations.ofDocument(document.id);
  const own = delegations.find(({ id }) => id === participant.delegationId);
  const actor = { role: participant.role, constituency: own?.constituency ?? null };
  const viewer = { delegation: participant.delegationId, abilities: abilities(actor, document) };
  const versions = await rows.versions.ofDocument(document.id);
  const register = await registers.of(document.id);
  return { document, participant, viewer, register, versions, people, delegations };
}

/** A notice with the names it needs; what the reader may not see any more is left out. */
export function viewOf(reader: NoticeReader, { seq: _, ...notice }: StoredNotice): NoticeView {
  const person = reader.people.find(({ id }) => id === notice.causedBy);
  const delegation = reader.delegations.find(({ id }) => id === person?.delegationId);
  return {
    notice,
    by: person === undefined ? null : { name: person.name, delegation: delegation?.name ?? '' },
    about: aboutOf(reader, notice),
  };
}

function aboutOf(reader: NoticeReader, notice: Notice): NoticeSubject | null {
  const { register, versions } = reader;
  const about = (on: InputSubject | undefined) => (on === undefined ? null : inputAbout(on, reader));
  switch (notice.noun) {
    case 'version':
    case 'carriage': {
      const version = versions.find(({ id }) => id === notice.subject);
      return version === undefined
        ? null
        : { noun: 'version', id: version.id, kind: null, label: '', name: version.name };
    }
    case 'document':
      return { noun: 'document', id: notice.documentId, kind: null, label: '', name: notice.subject };
    case 'comment':
      return about({ noun: 'comment', id: notice.subject as never });
    case 'answer': {
      const answer = register.answer(notice.subject as never);
      return answer === undefined ? null : about({ noun: 'comment', id: answer.commentId });
    }
    case 'proposal':
      return about({ noun: 'proposal', id: notice.subject as never });
    case 'disposition':
      return about(register.ofNoun('disposition').find(({ id }) => id === notice.subject)?.row.on);
    case 'position':
    case 'alignment':
    case 'declaration':
    case 'silence':
    case 'objection':
    case 'adoption':
      return recordAbout(notice, reader);
    default:
      return null;
  }
}

/** The thread or proposal of an input; an item leads to the comment it is a part of. */
function inputAbout(on: InputSubject, { register, viewer }: NoticeReader): NoticeSubject | null {
  if (!seesSubject(on, viewer, register)) return null;
  if (on.noun === 'proposal') {
    const proposal = register.proposal(on.id) as Proposal;
    return { noun: 'proposal', id: on.id, kind: null, label: labelOfProposal(proposal), name: '' };
  }
  const comment = register.comment(on.noun === 'item' ? (register.item(on.id)?.commentId as never) : on.id);
  if (comment === undefined) return null;
  const { id, kind } = comment;
  if (comment.on.noun === 'text')
    return { noun: 'comment', id, kind, label: labelOfAnchor(comment.on.anchor), name: '' };
  if (comment.on.noun === 'statement') {
    const speaker = register.statement(comment.on.id)?.speaker ?? '';
    return { noun: 'comment', id, kind, label: '', name: speaker };
  }
  const proposal = register.proposal(comment.on.id);
  return {
    noun: 'comment',
    id,
    kind,
    label: proposal === undefined ? '' : labelOfProposal(proposal),
    name: '',
  };
}

export const labelOfAnchor = (anchor: Anchor): string => (anchor.scope === 'text' ? '' : anchor.label);

/** Numbers of the paragraphs a proposal is about, as they were when it was written. */
export const labelOfProposal = ({ changes }: Proposal): string =>
  [...new Set(changes.map(({ base }) => base?.label ?? '').filter((label) => label !== ''))].join(', ');
