import { answerComment } from '../../../server/commands/answers.ts';
import type { Request } from '../../../server/commands/perform.ts';
import { propose } from '../../../server/commands/propose.ts';
import { writeComment } from '../../../server/commands/write-comment.ts';
import { openSqliteStore } from '../../../server/store/sqlite/store.ts';
import { COMMENT_KINDS } from '../../../shared/model/comment.ts';
import type { DocumentId, ParagraphId, ParticipantId } from '../../../shared/model/ids.ts';
import { type Paragraph, plainText } from '../../../shared/model/paragraph.ts';
import type { Problem } from '../../../shared/model/problem.ts';
import type { Result } from '../../../shared/model/result.ts';
import { replaceAll } from '../../../shared/text/write.ts';
import { ADMIN, createHarness, type Harness, invitationFor, send, setPhase } from '../../server/harness.ts';

/** How much of a document is made. */
export interface Amount {
  readonly paragraphs: number;
  readonly comments: number;
  readonly answers: number;
  readonly proposals: number;
  readonly people: number;
}

export interface Filled {
  readonly documentId: string;
  /** Tokens of invitations: the first is a facilitator's. */
  readonly tokens: readonly string[];
  readonly ms: number;
}

const must = <Value>(result: Result<Value, Problem>): Value => {
  if (!result.ok) throw new Error(result.error.detail);
  return result.value;
};

/** A generator of Lehmer's with a fixed seed: the same document every time. */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % below;
  };
}

const SENTENCE = 'cooperation among all parties, each in its own role, remains necessary and ';
const WORDS = SENTENCE.trim().split(' ');

const paragraphOf = (k: number): Paragraph => ({
  id: `p-${k + 1}` as ParagraphId,
  kind: k % 20 === 0 ? 'heading' : 'operative',
  level: k % 20 === 0 ? 1 : 0,
  dir: 'auto',
  from: [],
  pinned: null,
  runs: [
    {
      text:
        k % 20 === 0
          ? `Section ${k / 20 + 1}`
          : `We recognize that ${SENTENCE.repeat(5)}that paragraph ${k + 1} of this text is needed to measure with.`,
    },
  ],
});

async function people(harness: Harness, id: string, count: number) {
  const found: { participant: ParticipantId; token: string }[] = [];
  for (let k = 0; k < count; k += 1) {
    const role = k === 0 ? 'facilitator' : k === 1 ? 'drafter' : k % 2 === 0 ? 'delegate' : 'stakeholder';
    const body = invitationFor(role, `Sample person ${k}`);
    const delegation = { ...body.delegation, name: `Delegation ${k}` };
    const answer = await send(harness, ADMIN, 'POST', `/api/documents/${id}/invitations`, {
      ...body,
      delegation,
    });
    const { participant, token } = answer.json();
    found.push({ participant: participant.id, token });
  }
  return found;
}

/** Makes a document with its dialogue in a data folder, through the commands that serve everybody. */
export async function fillDocument(folder: string, amount: Amount): Promise<Filled> {
  const begun = Date.now();
  const harness = await createHarness({ store: openSqliteStore(folder, new Date().toISOString()) });
  const { context } = harness;
  const made = await send(harness, ADMIN, 'POST', '/api/documents', {
    title: 'Measured dialogue',
    workingText: 'public',
    register: 'public',
  });
  const id = made.json().id as DocumentId;
  const speakers = await people(harness, id, amount.people);
  const paragraphs = Array.from({ length: amount.paragraphs }, (_, k) => paragraphOf(k));
  const drafter = speakers[1]?.participant as ParticipantId;
  must(await context.workingTexts.edit(id, drafter, (text) => replaceAll(text, paragraphs)));
  await send(harness, ADMIN, 'POST', `/api/documents/${id}/versions`, { stage: 'zero', name: 'Zero draft' });
  await setPhase(harness, id, 'drafting');
  const pick = numbers(7);
  const someone = (): Request => ({
    documentId: id,
    caller: speakers[pick(speakers.length)]?.participant as ParticipantId,
    retry: null,
  });
  const operative = paragraphs.filter(({ kind }) => kind === 'operative');
  const comments: string[] = [];
  for (let k = 0; k < amount.comments; k += 1) {
    const paragraph = operative[pick(operative.length)] as Paragraph;
    const said = plainText(paragraph.runs);
    const start = said.indexOf(WORDS[pick(8)] ?? 'We');
    const end = start + 20;
    const anchor = {
      scope: 'words',
      text: k % 4 === 0 ? 'latest' : 'working',
      paragraph: paragraph.id,
      start,
      end,
      quote: { exact: said.slice(start, end), prefix: '', suffix: '' },
      relative: null,
    } as const;
    const entry = must(
      await writeComment(context, someone(), {
        on: { noun: 'text', anchor },
        kind: COMMENT_KINDS[k % 4] ?? 'comment',
        nature: 'substantive',
        text: `Comment ${k + 1}: ${SENTENCE.repeat(1 + pick(4))}as we said.`,
        addressed: { delegations: [], groups: [] },
        visibility: 'public',
        onBehalfOf: null,
      }),
    );
    comments.push(entry.id);
  }
  for (let k = 0; k < amount.answers; k += 1)
    must(
      await answerComment(context, someone(), comments[pick(comments.length)] as never, {
        text: `Answer ${k + 1}: ${SENTENCE}we agree.`,
        onBehalfOf: null,
      }),
    );
  for (let k = 0; k < amount.proposals; k += 1) {
    const paragraph = operative[pick(operative.length)] as Paragraph;
    const text = plainText(paragraph.runs).replace(
      'remains necessary',
      `remains necessary and urgent (${k + 1})`,
    );
    const wording = [{ kind: paragraph.kind, level: paragraph.level, runs: [{ text }] }];
    must(
      await propose(context, someone(), {
        text: 'working',
        changes: [{ act: 'replace', paragraph: paragraph.id, base: null, wording, after: null }],
        rationale: `Proposal ${k + 1}: because it is urgent.`,
        amends: null,
        visibility: 'public',
        onBehalfOf: null,
      }),
    );
  }
  await harness.close();
  return { documentId: id, tokens: speakers.map(({ token }) => token), ms: Date.now() - begun };
}
