import type { Phase } from '../../shared/model/document.ts';
import type { AccountId, DocumentId, ParticipantId } from '../../shared/model/ids.ts';
import type { Stage } from '../../shared/model/version.ts';
import { replaceAll } from '../../shared/text/write.ts';
import { changePhase } from '../commands/configure-document.ts';
import type { CommandContext } from '../commands/context.ts';
import { createDocument } from '../commands/create-document.ts';
import { invite } from '../commands/invite.ts';
import type { ProposalContext } from '../commands/propose.ts';
import { publishVersion } from '../commands/publish-version.ts';
import type { Demo } from '../ports/demo.ts';
import type { PositionBooks } from '../ports/position-books.ts';
import { openDialogueSeed } from './dialogue-seed.ts';
import { must } from './must.ts';
import type { SampleBlock } from './sample/block.ts';
import { sampleGroups } from './sample/dialogue/groups.ts';
import { workingComments, workingDecisions } from './sample/dialogue/on-working-text.ts';
import { zeroComments, zeroDecisions } from './sample/dialogue/on-zero-draft.ts';
import { sampleProposals } from './sample/dialogue/proposals.ts';
import { sampleStatuses } from './sample/dialogue/statuses.ts';
import type { SampleEdit } from './sample/edit.ts';
import { elementsPaper } from './sample/elements-paper.ts';
import { elementsLetter, revisionLetter, zeroLetter } from './sample/letters.ts';
import { type SamplePerson, samplePeople } from './sample/people.ts';
import { sampleDeclarations } from './sample/record/declarations.ts';
import { revisionPositions, sampleAlignments, zeroPositions } from './sample/record/positions.ts';
import { roadAhead, roadBefore, roadOfVersions } from './sample/record/roadmap.ts';
import { sampleStatements } from './sample/record/statements.ts';
import { revisionOne } from './sample/revision-one.ts';
import { workingText } from './sample/working-text.ts';
import { zeroDraft } from './sample/zero-draft.ts';
import { applySampleEdit, sampleParagraph } from './sample-edits.ts';
import { seedComments, seedDecisions, seedGroups, seedProposals, seedStatuses } from './seed-dialogue.ts';
import { seedAlignments, seedDeclarations, seedPositions, seedStatements } from './seed-record.ts';
import { seedMilestones } from './seed-roadmap.ts';

/** Title of the sample document, as lists show it. */
const TITLE = 'Sample outcome document';

/** Versions of the finished sample. A document that lacks any part of it is made anew. */
const VERSIONS = 3;

/** What the sample is made with. */
export interface SeedContext extends ProposalContext {
  readonly positions: PositionBooks;
}

/** Finds the sample document or makes it, through the same commands as everybody's. */
export async function ensureDemo(context: SeedContext): Promise<Demo> {
  const { rows } = context.store;
  for (const document of await rows.documents.list())
    if (document.sample && (await isWhole(context, document.id))) return await demoOf(context, document.id);
  return await demoOf(context, await seed(context));
}

/** Statuses are set last: a sample that has them all was not cut off while it was made. */
async function isWhole({ store }: CommandContext, documentId: DocumentId): Promise<boolean> {
  const versions = await store.rows.versions.ofDocument(documentId);
  const statuses = await store.rows.register.ofNoun(documentId, 'status');
  return (
    versions.length >= VERSIONS &&
    sampleStatuses.every(([, keys]) => keys.every((key) => statuses.some(({ id }) => id === key)))
  );
}

async function seed(context: SeedContext): Promise<DocumentId> {
  const { documentId, participants } = await seedPeople(context);
  const facilitator = participants.get('facilitator') as ParticipantId;
  const request = { documentId, caller: facilitator, retry: null };
  const { positions } = context;
  const publish = async (stage: Exclude<Stage, 'final'>, name: string, letter: string): Promise<void> => {
    const [milestone = null] = await seedMilestones(context, request, [roadOfVersions[stage]]);
    must(await publishVersion(context, request, { stage, name, letter }, null, milestone));
  };
  const enter = async (phase: Phase): Promise<void> => {
    must(await changePhase(context, request, { phase, closesAt: null }));
  };
  const write = async (blocks: readonly SampleBlock[]): Promise<void> => {
    const paragraphs = blocks.map(sampleParagraph);
    must(await context.workingTexts.edit(documentId, facilitator, (text) => replaceAll(text, paragraphs)));
  };
  const draft = async (edits: readonly SampleEdit[]): Promise<void> => {
    for (const edit of edits) {
      const author = participants.get(edit.by) as ParticipantId;
      must(await context.workingTexts.edit(documentId, author, (text) => applySampleEdit(text, edit)));
    }
  };
  await seedMilestones(context, request, roadBefore);
  await write(elementsPaper);
  await publish('elements', 'Elements paper', elementsLetter);
  await write(zeroDraft);
  await publish('zero', 'Zero draft', zeroLetter);
  await enter('drafting');
  const dialogue = openDialogueSeed(context, documentId, participants);
  await seedGroups(dialogue, sampleGroups);
  await seedComments(dialogue, zeroComments);
  await seedPositions(dialogue, positions, zeroPositions);
  await seedStatements(dialogue, sampleStatements);
  await draft(revisionOne);
  await publish('revision', 'Rev.1', revisionLetter);
  // Declarations are taken while delegations negotiate.
  await enter('negotiation');
  await seedAlignments(dialogue, sampleAlignments);
  await seedPositions(dialogue, positions, revisionPositions);
  await seedDeclarations(dialogue, sampleDeclarations);
  await enter('drafting');
  await seedMilestones(context, request, roadAhead);
  await seedDecisions(dialogue, zeroDecisions);
  await draft(workingText);
  await seedProposals(dialogue, sampleProposals);
  await seedComments(dialogue, workingComments);
  await seedDecisions(dialogue, workingDecisions);
  await seedStatuses(dialogue, sampleStatuses);
  return documentId;
}

/** The document and its people. What the first facilitator is called comes from the sample as well. */
async function seedPeople(context: CommandContext) {
  const { store, clock, secrets } = context;
  const [first, ...others] = samplePeople as readonly [SamplePerson, ...SamplePerson[]];
  const account = {
    id: secrets.newId() as AccountId,
    name: first.name,
    owner: false,
    createdAt: clock.now(),
  };
  await store.transact((rows) => rows.accounts.insert(account));
  const wanted = { title: TITLE, workingText: 'public', register: 'public' } as const;
  const delegation = first.delegation.name;
  const created = must(await createDocument(context, account.id, wanted, null, { delegation }));
  const request = { documentId: created.id, caller: created.participant, retry: null };
  const participants = new Map([[first.key, created.participant]]);
  for (const person of others) {
    const { participant } = must(await invite(context, request, person));
    participants.set(person.key, participant.id);
  }
  return { documentId: created.id, participants };
}

/** The demonstration as it stands: sample people are known by their names, which nobody else bears. */
async function demoOf({ store }: CommandContext, documentId: DocumentId): Promise<Demo> {
  const there = await store.rows.participants.ofDocument(documentId);
  const idOf = (person: SamplePerson): ParticipantId | null =>
    there.find(({ name }) => name === person.name)?.id ?? null;
  const people = samplePeople.filter((person) => idOf(person) !== null);
  return {
    answer: {
      documentId,
      people: people.map(({ key, name, role, delegation }) => ({
        key,
        name,
        role,
        delegation: delegation.name,
        constituency: delegation.constituency,
      })),
    },
    participantOf(key) {
      const person = people.find((known) => known.key === key);
      return person === undefined ? null : idOf(person);
    },
  };
}
