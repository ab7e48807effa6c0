import { newProposal } from '../../shared/domain/proposal.ts';
import { type ChangedText, decideChanges, type WantedChange } from '../../shared/domain/proposed-changes.ts';
import { frozenBy } from '../../shared/domain/version.ts';
import type { AnchoredText } from '../../shared/model/anchor.ts';
import type { DocumentId, GroupId, ParagraphId, ProposalId, VersionId } from '../../shared/model/ids.ts';
import type { LabelledParagraph, Paragraph } from '../../shared/model/paragraph.ts';
import { type Problem, problem } from '../../shared/model/problem.ts';
import type { EntryOf } from '../../shared/model/register.ts';
import { fail, ok, type Result } from '../../shared/model/result.ts';
import type { Visibility } from '../../shared/model/signature.ts';
import { can } from '../../shared/policy/can.ts';
import { notPermitted } from '../../shared/policy/refusal.ts';
import { labelParagraphs } from '../../shared/text/labels.ts';
import { TEXT_NAME } from '../../shared/text/marker.ts';
import { readParagraphs } from '../../shared/text/read.ts';
import type { AuthorshipReader } from '../ports/authorship.ts';
import type { CommandContext } from './context.ts';
import { type Loaded, perform, type Request } from './perform.ts';
import { recordRow } from './record-row.ts';
import { seenSubject } from './seen-subject.ts';
import { signed } from './signed.ts';

/** Commands about proposals also ask which paragraphs a text ever had. */
export interface ProposalContext extends CommandContext {
  readonly authorship: AuthorshipReader;
}

export interface Wanted {
  readonly text: 'working' | 'latest' | VersionId;
  readonly changes: readonly WantedChange[];
  readonly rationale: string;
  readonly amends: ProposalId | null;
  readonly visibility: Visibility;
  readonly onBehalfOf: GroupId | null;
}

export type ProposalEntry = EntryOf<'proposal'>;

const wrong = (field: string, said: string): { readonly ok: false; readonly error: Problem } =>
  fail(problem('invalid-fields', `${field}: ${said}`, [{ field, problem: said }]));

/** Writes a proposal: a package of changes to a version or to the working text. */
export async function propose(
  context: ProposalContext,
  request: Request,
  wanted: Wanted,
): Promise<Result<ProposalEntry, Problem>> {
  const live = wanted.text === 'working' ? await liveText(context, request.documentId, wanted.changes) : null;
  return await perform(context, request, 'proposal.write', 'proposal.write', async (loaded) => {
    const text = await judgedText(loaded, wanted.text, wanted.amends, live);
    if (!text.ok) return text;
    const by = await signed(loaded, wanted.onBehalfOf);
    if (!by.ok) return by;
    const changes = decideChanges(wanted.changes, text.value, context.secrets.newId);
    if (!changes.ok) return changes;
    const row = newProposal({
      id: context.secrets.newId() as ProposalId,
      documentId: loaded.document.id,
      by: by.value,
      text: text.value.text,
      amends: wanted.amends,
      changes: changes.value,
      rationale: wanted.rationale.trim(),
      visibility: wanted.visibility,
    });
    const { entry, subject, row: recorded, events } = await recordRow(loaded, 'proposal', row.id, row);
    return ok({ answer: entry, subject, row: recorded, events });
  });
}

/** A text as changes are judged against it, and its name as it is kept. */
export interface JudgedText extends ChangedText {
  readonly text: AnchoredText;
}

/** The durable working text, and which of the paragraphs that changes name it had once. */
export interface LiveText {
  readonly paragraphs: readonly Paragraph[];
  readonly past: ReadonlySet<ParagraphId>;
}

/** Reads the working text from a clone. Its past is looked up only where a change names what is not there. */
export async function liveText(
  { workingTexts, authorship }: ProposalContext,
  documentId: DocumentId,
  changes: readonly WantedChange[],
): Promise<LiveText> {
  const copy = await workingTexts.clone(documentId);
  const paragraphs = readParagraphs(copy.getText(TEXT_NAME));
  copy.destroy();
  const there = new Set(paragraphs.map(({ id }) => id));
  const missing = changes
    .flatMap(({ paragraph, after }) => [paragraph, after])
    .some((id) => id !== null && !there.has(id));
  return { paragraphs, past: missing ? await authorship.everyParagraph(documentId) : there };
}

/** What changes are judged against: a text, or what a proposal on that text proposes. */
export async function judgedText(
  loaded: Loaded,
  name: Wanted['text'],
  amends: ProposalId | null,
  live: LiveText | null,
): Promise<Result<JudgedText, Problem>> {
  const text = await namedText(loaded, name, live);
  if (!text.ok || amends === null) return text;
  const amended = await seenSubject(loaded, 'proposal', amends);
  if (amended === null) return wrong('amends', 'is no proposal of this document');
  if (amended.withdrawnAt !== null)
    return fail(problem('withdrawn', 'the proposal that this one amends was withdrawn'));
  if (amended.text !== text.value.text)
    return wrong('text', 'must be the text that the amended proposal was written on');
  return ok({ ...text.value, amended });
}

/** The text that a request names, for whoever may see it. */
async function namedText(
  { rows, document, participant, delegation }: Loaded,
  name: Wanted['text'],
  live: LiveText | null,
): Promise<Result<JudgedText, Problem>> {
  const latest = await rows.versions.latest(document.id);
  if (name === 'working') {
    const view = can(
      { role: participant.role, constituency: delegation.constituency },
      'text.view',
      document,
    );
    if (!view.allowed) return fail(notPermitted('text.view', view.reason));
    if (live === null) throw new Error('the working text was not read');
    const paragraphs: readonly LabelledParagraph[] = labelParagraphs(live.paragraphs, frozenBy(latest));
    return ok({ text: 'working', paragraphs, live: true, hadOnce: (id) => live.past.has(id) });
  }
  const version = name === 'latest' ? latest : await rows.versions.find(document.id, name);
  if (version === null) return wrong('text', 'is no version of this document');
  return ok({ text: version.id, paragraphs: version.paragraphs, live: false, hadOnce: () => false });
}
