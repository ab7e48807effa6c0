import { recordHash } from '../../server/audit/hash.ts';
import { registerSubject } from '../../shared/domain/register.ts';
import { alignmentId } from '../../shared/model/alignment.ts';
import type { Act } from '../../shared/model/audit.ts';
import { dispositionId } from '../../shared/model/disposition.ts';
import type {
  AnswerId,
  CommentId,
  DelegationId,
  DocumentId,
  GroupId,
  IsoTime,
  ItemId,
  ParagraphId,
  ParticipantId,
  ProposalId,
  VersionId,
} from '../../shared/model/ids.ts';
import { positionId } from '../../shared/model/position.ts';
import type { RegisterNoun, RegisterRowOf } from '../../shared/model/register.ts';
import type { Signature } from '../../shared/model/signature.ts';
import type { Harness } from './harness.ts';

/** Who and what sample rows of a register speak of. */
export interface Cast {
  readonly documentId: DocumentId;
  readonly by: Signature;
  readonly version: VersionId;
  readonly paragraph: ParagraphId;
}

/** Everything of one sample row of every noun, on a document with a version. */
export function sampleRows({ documentId, by, version, paragraph }: Cast): {
  readonly [Noun in RegisterNoun]: RegisterRowOf[Noun];
} {
  const comment = 'comment-1' as CommentId;
  const proposal = 'proposal-1' as ProposalId;
  const group = 'group-1' as GroupId;
  const base = { label: '1', kind: 'operative', level: 0, runs: [{ text: 'We decide.' }] } as const;
  const on = { noun: 'comment', id: comment } as const;
  const holder = { noun: 'delegation', id: by.delegationId } as const;
  const place = { resolution: 'found', carry: 'unchanged', paragraph, start: 0, end: 2, near: null } as const;
  const words = { language: 'en', text: 'Sample words of a delegation.' };
  const day = '2026-10-20T00:00:00.000Z' as IsoTime;
  return {
    group: {
      id: group,
      documentId,
      name: 'Sample group',
      members: [{ delegationId: by.delegationId, from: by.at, until: null }],
      spokesperson: by.delegationId,
      by,
    },
    head: { id: by.delegationId, documentId, participantId: by.participantId, by },
    delegation: {
      id: by.delegationId,
      documentId,
      name: 'Sample delegation',
      constituency: 'government',
      region: null,
      earlier: [{ name: 'Delegation as it was', constituency: 'government', region: 'weog', until: by.at }],
      by,
    },
    comment: {
      id: comment,
      documentId,
      by,
      on: { noun: 'text', anchor: { scope: 'text', text: version } },
      kind: 'comment',
      nature: 'substantive',
      text: 'The text should say more.',
      addressed: { delegations: [], groups: [] },
      visibility: 'public',
      settledAt: null,
      editedAt: null,
      withdrawnAt: null,
    },
    answer: {
      id: 'answer-1' as AnswerId,
      documentId,
      commentId: comment,
      by,
      text: 'It says enough.',
      visibility: 'public',
      editedAt: null,
      withdrawnAt: null,
    },
    stance: { id: `comment.${comment}.${by.delegationId}`, documentId, on, by, stance: 'agree' },
    proposal: {
      id: proposal,
      documentId,
      by,
      text: version,
      amends: null,
      changes: [{ id: 'change-1' as never, act: 'delete', paragraph, base, wording: [], after: null }],
      rationale: 'It is said elsewhere.',
      sponsors: [],
      visibility: 'public',
      compromises: [],
      editedAt: null,
      withdrawnAt: null,
    },
    acceptance: {
      id: 'acceptance-1',
      documentId,
      proposalId: proposal,
      state: 'set-aside',
      client: 1,
      decision: 'accepted',
      reason: '',
      changes: [],
      delegations: [by.delegationId],
      textSeq: null,
      by,
    },
    disposition: {
      id: dispositionId(on),
      documentId,
      on,
      decision: 'noted',
      reason: 'It stands elsewhere.',
      summary: '',
      ledTo: [paragraph],
      duplicateOf: null,
      after: version,
      by,
      reaction: null,
      contests: [],
    },
    item: {
      id: 'item-1' as ItemId,
      documentId,
      commentId: comment,
      ordinal: 1,
      start: 0,
      end: 8,
      text: 'The text',
      paragraph,
      by,
    },
    link: { id: 'link-1', documentId, inputs: [on, { noun: 'proposal', id: proposal }], by },
    status: { id: paragraph, documentId, status: 'agreed', text: 'We decide.', by },
    carriage: {
      id: 'version-0' as VersionId,
      documentId,
      comments: [{ id: comment, place }],
      proposals: [],
      by,
    },
    alignment: {
      id: alignmentId(by.delegationId, group),
      documentId,
      delegationId: by.delegationId,
      group,
      aligns: true,
      except: [paragraph],
      since: by.at,
      by,
    },
    position: {
      id: positionId(version, paragraph, holder),
      documentId,
      holder,
      version,
      paragraph,
      standing: 'concern',
      words: 'Too weak.',
      confirms: null,
      by,
    },
    declaration: {
      id: 'declaration-1',
      documentId,
      kind: 'dissociation',
      holder,
      joined: [],
      version,
      objects: [{ on: 'paragraph', paragraph, label: '1' }],
      statement: words,
      original: { language: 'ar', text: 'كلمات' },
      grounds: ['agreed-language'],
      recording: { url: 'https://example.org/recording', at: 3_905 },
      written: 'https://example.org/statement',
      filed: 'after-adoption',
      correctedAt: null,
      withdrawnAt: null,
      by,
    },
    silence: {
      id: 'silence-1',
      documentId,
      version,
      opensAt: by.at,
      deadline: day,
      extensions: [{ from: by.at, to: day, letter: 'As delegations asked.', by }],
      letter: 'Please tell us by then.',
      outcome: 'kept',
      decidedAt: day,
      by,
    },
    objection: {
      id: 'objection-1',
      documentId,
      silence: 'silence-1',
      holder,
      places: [{ paragraph, label: '1', chapeau: false }],
      reason: 'Not in our mandate.',
      proposal,
      withdrawnAt: by.at,
      by,
    },
    adoption: {
      id: documentId,
      documentId,
      version,
      manner: 'consensus',
      votes: null,
      date: day,
      symbol: 'A/RES/80/173',
      recordClosedAt: null,
      by,
    },
    milestone: {
      id: 'milestone-1',
      documentId,
      kind: 'zero-draft',
      name: 'Zero draft',
      planned: day,
      actual: null,
      window: null,
      version,
      withdrawnAt: null,
      by,
    },
    statement: {
      id: 'statement-1',
      documentId,
      speaker: 'Delegation of delegate',
      delegationId: by.delegationId,
      spokenFor: { onBehalfOf: [], alsoOnBehalfOf: [], alignsWith: [], except: [] },
      date: day,
      meeting: 'Second reading',
      passages: [{ manner: 'verbatim', words, recording: null }],
      written: null,
      verified: null,
      paragraphs: [paragraph],
      proposals: [proposal],
      withdrawnAt: null,
      by,
    },
  };
}

/** An act that the audit log could name for each noun: which one does not matter to a hash. */
const ACT_OF: Partial<Record<RegisterNoun, Act>> = { position: 'position.take', comment: 'comment.write' };

/** Writes revisions of rows with their entries in the audit log, as a command does, without asking who may. */
export const chain = (
  { store, clock }: Pick<Harness, 'store' | 'clock'>,
  documentId: string,
  written: readonly {
    readonly noun: RegisterNoun;
    readonly row: { readonly id: string; readonly by: Signature };
  }[],
): Promise<void> =>
  store.transact(async (rows) => {
    for (const { noun, row } of written) {
      const at = clock.now();
      const entry = await rows.register.append(documentId as DocumentId, noun, row.id, row as never, at);
      await rows.audit.append({
        documentId: documentId as DocumentId,
        at,
        act: ACT_OF[noun] ?? 'declaration.file',
        participantId: row.by.participantId,
        delegationId: row.by.delegationId,
        subject: registerSubject(entry as never),
        recordHash: recordHash(entry),
      });
    }
  });

/** A row of every noun with its audit entry, and the document as an adopted one. */
export async function fillRegister(harness: Harness, documentId: string, participant: string): Promise<Cast> {
  const { rows } = harness.store;
  const version = await rows.versions.latest(documentId as DocumentId);
  const person = await rows.participants.find(participant as ParticipantId);
  const paragraph = version?.paragraphs.find(({ kind }) => kind === 'operative');
  if (version === null || person === null || paragraph === undefined) throw new Error('nothing to fill');
  const cast: Cast = {
    documentId: documentId as DocumentId,
    by: {
      participantId: person.id,
      delegationId: person.delegationId as DelegationId,
      onBehalfOf: null,
      at: harness.clock.now(),
    },
    version: version.id,
    paragraph: paragraph.id,
  };
  const all = Object.entries(sampleRows(cast)).map(([noun, row]) => ({ noun: noun as RegisterNoun, row }));
  await chain(harness, documentId, all);
  await harness.store.transact(async (writing) => {
    const before = await writing.documents.find(cast.documentId);
    if (before === null) throw new Error('no document');
    const at = harness.clock.now();
    const document = { ...before, adoption: { version: version.id, at, recordClosedAt: null } };
    await writing.documents.update(document);
    await writing.audit.append({
      documentId: cast.documentId,
      at,
      act: 'adoption.record',
      participantId: cast.by.participantId,
      delegationId: cast.by.delegationId,
      subject: `document:${documentId}`,
      recordHash: recordHash(document),
    });
  });
  return cast;
}
