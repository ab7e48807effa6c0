import type { WantedChange } from '../../shared/domain/proposed-changes.ts';
import type { ParagraphId, ProposalId } from '../../shared/model/ids.ts';
import { type Paragraph, plainText } from '../../shared/model/paragraph.ts';
import type { Wording } from '../../shared/model/proposal.ts';
import { accept } from '../commands/accept.ts';
import {
  answerCompromise,
  answerSponsor,
  askToSponsor,
  offerCompromise,
} from '../commands/change-proposal.ts';
import { propose } from '../commands/propose.ts';
import { type DialogueSeed, sampleParagraphs } from './dialogue-seed.ts';
import { must } from './must.ts';
import { runsOf } from './sample/block.ts';
import type { SampleChange, SampleProposal } from './sample/dialogue/proposals.ts';

type Words = (key: string) => Wording;

/** Writes a proposal with its co-sponsors and compromise, and takes it up where the sample says so. */
export async function proposeSample(seed: DialogueSeed, sample: SampleProposal): Promise<void> {
  const { context, requestOf } = seed;
  const paragraphs = await sampleParagraphs(seed, 'working');
  const amends = sample.amends === undefined ? null : (seed.proposals.get(sample.amends) as ProposalId);
  const words = await wordsOf(seed, paragraphs, amends);
  const wanted = {
    text: 'working',
    changes: sample.changes.map((change) => wantedChange(change, words)),
    rationale: sample.rationale,
    amends,
    visibility: 'public',
    onBehalfOf: sample.onBehalfOf === undefined ? null : (seed.groups.get(sample.onBehalfOf) ?? null),
  } as const;
  const entry = must(await propose(context, requestOf(sample.by), wanted));
  const { id } = entry.row;
  seed.proposals.set(sample.key, id);
  for (const { by, answer } of sample.sponsors ?? []) {
    must(await askToSponsor(context, requestOf(by), id));
    if (answer === undefined) continue;
    must(await answerSponsor(context, requestOf(sample.by), id, await seed.delegationOf(by), answer));
  }
  if (sample.compromise !== undefined) {
    const { changes, reason, answer } = sample.compromise;
    const offered = changes.map((change) => wantedChange(change, words));
    must(await offerCompromise(context, requestOf('facilitator'), id, offered, reason));
    if (answer !== undefined)
      must(await answerCompromise(context, requestOf(sample.by), id, answer.accepted, answer.reason));
  }
  if (sample.accepted === undefined) return;
  const newest = await context.store.rows.register.find(seed.documentId, 'proposal', id);
  const seen = { revision: newest?.revision ?? 1, words: {} };
  const decision = {
    decision: 'accepted',
    reason: sample.accepted,
    wordings: null,
    seen,
    decided: 0,
  } as const;
  must(await accept(context, requestOf('facilitator'), id, decision));
}

/** The words that a change starts from: those of the text, or of the proposal that is amended. */
async function wordsOf(
  { context, documentId }: DialogueSeed,
  paragraphs: ReadonlyMap<string, Paragraph>,
  amends: ProposalId | null,
): Promise<Words> {
  const amended =
    amends === null ? null : await context.store.rows.register.find(documentId, 'proposal', amends);
  return (key) => {
    const worded = amended?.row.changes.find(({ paragraph }) => paragraph === key)?.wording[0];
    const found = worded ?? paragraphs.get(key);
    if (found === undefined) throw new Error(`the sample text has no paragraph ${key}`);
    return { kind: found.kind, level: found.level, runs: found.runs };
  };
}

function wantedChange(change: SampleChange, words: Words): WantedChange {
  const paragraph = change.key as ParagraphId;
  const plain = { paragraph, base: null, wording: [], after: null };
  switch (change.act) {
    case 'replace': {
      const { kind, level, runs } = words(change.key);
      const before = plainText(runs);
      if (!before.includes(change.old)) throw new Error(`"${change.old}" does not stand in ${change.key}`);
      const wording = { kind, level, runs: [{ text: before.replace(change.old, change.new) }] };
      return { ...plain, act: 'replace', wording: [wording] };
    }
    case 'insert-after':
      return {
        ...plain,
        act: 'insert-after',
        wording: [{ kind: 'operative', level: 0, runs: runsOf(change.says) }],
      };
    case 'delete':
      return { ...plain, act: 'delete' };
    default:
      return { ...plain, act: 'move', after: change.after as ParagraphId };
  }
}
