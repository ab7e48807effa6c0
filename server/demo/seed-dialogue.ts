import type { AgreementStatus } from '../../shared/model/disposition.ts';
import type { CommentId, GroupId, ParagraphId, ProposalId } from '../../shared/model/ids.ts';
import { type Paragraph, plainText } from '../../shared/model/paragraph.ts';
import { answerComment, takeStance } from '../commands/answers.ts';
import { settleQuestion } from '../commands/change-comment.ts';
import { answerContest, contest, react } from '../commands/disposition-answers.ts';
import { dispose } from '../commands/dispositions.ts';
import { makeGroup } from '../commands/groups.ts';
import { setStatuses } from '../commands/statuses.ts';
import { writeComment } from '../commands/write-comment.ts';
import { type DialogueSeed, sampleParagraphs } from './dialogue-seed.ts';
import { must } from './must.ts';
import { proposeSample } from './propose-sample.ts';
import type { SampleProposal } from './sample/dialogue/proposals.ts';
import type {
  SampleComment,
  SampleDecision,
  SampleGroup,
  SampleSpeaker,
  SampleSpot,
} from './sample/dialogue/said.ts';

export async function seedGroups(
  seed: DialogueSeed,
  groups: readonly {
    readonly key: SampleGroup;
    readonly name: string;
    readonly members: readonly SampleSpeaker[];
  }[],
): Promise<void> {
  for (const { key, name, members } of groups) {
    const delegations = await Promise.all(members.map(seed.delegationOf));
    const wanted = {
      name,
      members: delegations.map((delegationId) => ({ delegationId, from: null, until: null })),
      spokesperson: delegations[0] ?? null,
    };
    seed.groups.set(key, must(await makeGroup(seed.context, seed.requestOf('facilitator'), wanted)).row.id);
  }
}

const anchorOf = (
  spot: SampleSpot,
  text: 'working' | 'latest',
  paragraphs: ReadonlyMap<string, Paragraph>,
) => {
  if (spot.scope === 'text') return { scope: 'text', text } as const;
  const paragraph = spot.key as ParagraphId;
  if (spot.scope !== 'words') return { scope: spot.scope, text, paragraph } as const;
  const said = plainText(paragraphs.get(spot.key)?.runs ?? []);
  const start = said.indexOf(spot.words);
  if (start < 0) throw new Error(`"${spot.words}" does not stand in ${spot.key}`);
  const quote = { exact: spot.words, prefix: '', suffix: '' };
  return {
    scope: 'words',
    text,
    paragraph,
    start,
    end: start + spot.words.length,
    quote,
    relative: null,
  } as const;
};

/** Comments with their answers and stances. */
export async function seedComments(seed: DialogueSeed, comments: readonly SampleComment[]): Promise<void> {
  const { context, requestOf } = seed;
  const texts = {
    working: await sampleParagraphs(seed, 'working'),
    latest: await sampleParagraphs(seed, 'latest'),
  };
  for (const said of comments) {
    const group = said.onBehalfOf === undefined ? null : (seed.groups.get(said.onBehalfOf) ?? null);
    const wanted = {
      on:
        'proposal' in said.on
          ? ({ noun: 'proposal', id: seed.proposals.get(said.on.proposal) as ProposalId } as const)
          : ({ noun: 'text', anchor: anchorOf(said.on, said.text, texts[said.text]) } as const),
      kind: said.kind ?? 'comment',
      nature: said.nature ?? 'substantive',
      text: said.says,
      addressed: {
        delegations: await Promise.all((said.asks ?? []).map(seed.delegationOf)),
        groups: said.asksGroup === undefined ? [] : [seed.groups.get(said.asksGroup) as GroupId],
      },
      visibility: said.note === true ? 'delegation' : 'public',
      onBehalfOf: group,
    } as const;
    const { id } = must(await writeComment(context, requestOf(said.by), wanted)).row;
    seed.comments.set(said.key, id);
    for (const { by, says } of said.answers ?? [])
      must(await answerComment(context, requestOf(by), id, { text: says, onBehalfOf: null }));
    if (said.settled === true) must(await settleQuestion(context, requestOf(said.by), id, true));
    for (const stance of ['agree', 'disagree'] as const)
      for (const by of said[stance] ?? [])
        must(
          await takeStance(context, requestOf(by), { on: { noun: 'comment', id }, stance, onBehalfOf: null }),
        );
  }
}

/** What the facilitators decided, and what the authors say to it. */
export async function seedDecisions(seed: DialogueSeed, decisions: readonly SampleDecision[]): Promise<void> {
  const { context, requestOf } = seed;
  for (const {
    on,
    decision,
    reason,
    summary,
    ledTo,
    duplicateOf,
    reaction,
    contest: contested,
  } of decisions) {
    const subject =
      'comment' in on
        ? ({ noun: 'comment', id: seed.comments.get(on.comment) as CommentId } as const)
        : ({ noun: 'proposal', id: seed.proposals.get(on.proposal) as ProposalId } as const);
    const wanted = {
      on: [subject],
      decision,
      reason,
      summary: summary ?? '',
      ledTo: (ledTo ?? []) as ParagraphId[],
      duplicateOf:
        duplicateOf === undefined
          ? null
          : ({ noun: 'comment', id: seed.comments.get(duplicateOf) as CommentId } as const),
      seen: {},
    };
    must(await dispose(context, requestOf('facilitator'), wanted));
    const id = `${subject.noun}.${subject.id}`;
    if (reaction !== undefined) {
      const { by, satisfied, reason: why } = reaction;
      must(await react(context, requestOf(by), id, { satisfied, reason: why }));
    }
    if (contested === undefined) continue;
    must(await contest(context, requestOf(contested.by), id, contested.text));
    if (contested.answer !== undefined)
      must(await answerContest(context, requestOf('facilitator'), id, contested.answer));
  }
}

export async function seedProposals(seed: DialogueSeed, proposals: readonly SampleProposal[]): Promise<void> {
  for (const proposal of proposals) await proposeSample(seed, proposal);
}

/** Where paragraphs stand. */
export async function seedStatuses(
  seed: DialogueSeed,
  statuses: readonly (readonly [AgreementStatus, readonly string[]])[],
): Promise<void> {
  for (const [status, keys] of statuses) {
    const wanted = { status, paragraphs: keys as readonly ParagraphId[], words: {} };
    must(await setStatuses(seed.context, seed.requestOf('facilitator'), wanted));
  }
}
