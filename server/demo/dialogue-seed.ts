import type {
  CommentId,
  DelegationId,
  DocumentId,
  GroupId,
  ParticipantId,
  ProposalId,
} from '../../shared/model/ids.ts';
import type { Paragraph } from '../../shared/model/paragraph.ts';
import { TEXT_NAME } from '../../shared/text/marker.ts';
import { readParagraphs } from '../../shared/text/read.ts';
import type { Request } from '../commands/perform.ts';
import type { ProposalContext } from '../commands/propose.ts';
import type { SampleGroup, SampleSpeaker } from './sample/dialogue/said.ts';

/** A sample document while its dialogue is made: who speaks, and what their words were given as ids. */
export interface DialogueSeed {
  readonly context: ProposalContext;
  readonly documentId: DocumentId;
  requestOf(by: SampleSpeaker): Request;
  delegationOf(by: SampleSpeaker): Promise<DelegationId>;
  readonly groups: Map<SampleGroup, GroupId>;
  readonly comments: Map<string, CommentId>;
  readonly proposals: Map<string, ProposalId>;
}

export function openDialogueSeed(
  context: ProposalContext,
  documentId: DocumentId,
  participants: ReadonlyMap<string, ParticipantId>,
): DialogueSeed {
  const callerOf = (by: SampleSpeaker) => participants.get(by) as ParticipantId;
  return {
    context,
    documentId,
    requestOf: (by) => ({ documentId, caller: callerOf(by), retry: null }),
    async delegationOf(by) {
      const participant = await context.store.rows.participants.find(callerOf(by));
      if (participant === null) throw new Error(`the sample has nobody called ${by}`);
      return participant.delegationId;
    },
    groups: new Map(),
    comments: new Map(),
    proposals: new Map(),
  };
}

/** The words of the working text or of the latest version, by paragraph. */
export async function sampleParagraphs(
  { context, documentId }: DialogueSeed,
  text: 'working' | 'latest',
): Promise<ReadonlyMap<string, Paragraph>> {
  const byId = (paragraphs: readonly Paragraph[]) =>
    new Map(paragraphs.map((one) => [one.id as string, one]));
  if (text === 'latest')
    return byId((await context.store.rows.versions.latest(documentId))?.paragraphs ?? []);
  const copy = await context.workingTexts.clone(documentId);
  const paragraphs = readParagraphs(copy.getText(TEXT_NAME));
  copy.destroy();
  return byId(paragraphs);
}
