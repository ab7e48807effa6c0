import { pathOf } from '../../shared/domain/addresses.ts';
import type { AtomEntry } from '../../shared/format/atom.ts';
import type { Originator } from '../../shared/model/comment.ts';
import type { InputSubject } from '../../shared/model/disposition.ts';
import type { DocumentId } from '../../shared/model/ids.ts';
import type { Delegation, Participant } from '../../shared/model/participant.ts';
import type { EntryOf } from '../../shared/model/register.ts';
import { unreachable } from '../../shared/model/result.ts';
import type { Signature } from '../../shared/model/signature.ts';
import { seesSubject, type Viewer } from '../../shared/policy/visible.ts';
import type { Visitor } from '../ports/gatekeeper.ts';
import type { QueryContext } from './context.ts';
import { isOfRecord, recordWords } from './feed-record.ts';
import {
  changeText,
  commentTitle,
  decisionTitle,
  phaseTitle,
  proposalTitle,
  versionTitle,
  WITHDRAWN,
} from './feed-words.ts';
import { labelOfProposal } from './notices.ts';
import type { RegisterCopy } from './register-copies.ts';

/** An entry whose words are written only if it is among the newest. */
export interface Sketch {
  readonly id: string;
  readonly updated: string;
  readonly write: () => Omit<AtomEntry, 'id' | 'updated'>;
}

const sketch = (
  documentId: DocumentId,
  noun: string,
  id: string,
  updated: string,
  write: () => Omit<AtomEntry, 'id' | 'updated' | 'category'>,
): Sketch => ({
  id: `urn:sounding-board:${noun}:${documentId}:${id}`,
  updated,
  write: () => ({ category: noun, ...write() }),
});

/** Versions and the present phase. */
export async function sketchDocument(
  { store }: QueryContext,
  { document }: Visitor,
  origin: string,
): Promise<readonly Sketch[]> {
  const { id: documentId, phase, phaseSince, closesAt } = document;
  const people = await store.rows.participants.ofDocument(documentId);
  const versions = await store.rows.versions.ofDocument(documentId);
  return [
    ...versions.map(({ id, name, letter, publishedAt, publishedBy }) =>
      sketch(documentId, 'version', id, publishedAt, () => ({
        title: versionTitle(name),
        published: publishedAt,
        author: people.find((person) => person.id === publishedBy)?.name ?? '',
        link: `${origin}${pathOf(documentId, { noun: 'version', id })}`,
        content: letter === '' ? name : letter,
      })),
    ),
    sketch(documentId, 'phase', phaseSince, phaseSince, () => ({
      title: phaseTitle(phase),
      published: phaseSince,
      author: document.title,
      link: `${origin}${pathOf(documentId, { noun: 'document', id: documentId })}`,
      content: closesAt === null ? phaseTitle(phase) : `Until ${closesAt}.`,
    })),
  ];
}

/** Comments, proposals, dispositions, and what stands on record, that the visitor may see. */
export async function sketchInputs(
  { store, registers }: QueryContext,
  { document, abilities }: Visitor,
  origin: string,
): Promise<readonly Sketch[]> {
  const { rows } = store;
  const { id: documentId } = document;
  const register = await registers.of(documentId);
  const authorOf = authors(
    await rows.participants.ofDocument(documentId),
    await rows.delegations.ofDocument(documentId),
    register,
  );
  const versions = await rows.versions.ofDocument(documentId);
  const viewer: Viewer = { delegation: null, abilities };
  return register.entries(0).flatMap((found): readonly Sketch[] => {
    if (isOfRecord(found))
      return [
        sketch(documentId, found.noun, found.id, found.at, () => ({
          ...recordWords(found, versions, origin),
          author: authorOf(found.row.by),
        })),
      ];
    if (found.noun !== 'comment' && found.noun !== 'proposal' && found.noun !== 'disposition') return [];
    const about: InputSubject =
      found.noun === 'comment'
        ? { noun: 'comment', id: found.row.id }
        : found.noun === 'proposal'
          ? { noun: 'proposal', id: found.row.id }
          : found.row.on;
    if (!seesSubject(about, viewer, register)) return [];
    return [
      sketch(documentId, found.noun, found.id, found.at, () => ({
        ...inputWords(found, about, register),
        published: found.row.by.at,
        author: authorOf(found.row.by, found.noun === 'comment' ? found.row.from : undefined),
        link: `${origin}${pathOf(documentId, pageOf(about, register))}`,
      })),
    ];
  });
}

/** Person and whom they spoke for. */
function authors(people: readonly Participant[], delegations: readonly Delegation[], register: RegisterCopy) {
  const names = new Map<string, string>(
    [...people, ...delegations, ...register.ofNoun('group').map(({ row }) => row)].map(({ id, name }) => [
      id,
      name,
    ]),
  );
  return ({ participantId, delegationId, onBehalfOf }: Signature, from?: readonly Originator[]): string => {
    // Who entered words for others is named as that, and as nothing else.
    if (from !== undefined)
      return `${from.map(({ name }) => name).join('; ')} (entered by ${names.get(delegationId) ?? ''})`;
    const group = onBehalfOf === null ? '' : `, on behalf of ${names.get(onBehalfOf) ?? ''}`;
    return `${names.get(participantId) ?? ''} (${names.get(delegationId) ?? ''}${group})`;
  };
}

const joined = (...texts: readonly string[]): string => texts.filter((text) => text !== '').join('\n\n');

function inputWords(
  found: EntryOf<'comment'> | EntryOf<'proposal'> | EntryOf<'disposition'>,
  about: InputSubject,
  register: RegisterCopy,
): Pick<AtomEntry, 'title' | 'content'> {
  switch (found.noun) {
    case 'comment':
      return {
        title: commentTitle(found.row),
        content: found.row.withdrawnAt === null ? found.row.text : WITHDRAWN,
      };
    case 'proposal': {
      const { rationale, changes, withdrawnAt } = found.row;
      return {
        title: proposalTitle(labelOfProposal(found.row)),
        content: withdrawnAt === null ? joined(rationale, ...changes.map(changeText)) : WITHDRAWN,
      };
    }
    case 'disposition':
      return {
        title: decisionTitle(found.row.decision, titleOf(about, register)),
        content: joined(found.row.summary, found.row.reason),
      };
    default:
      return unreachable(found);
  }
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
