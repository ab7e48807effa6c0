import type { Input } from '../../shared/domain/input.ts';
import type { DocumentId, ParagraphId } from '../../shared/model/ids.ts';

/** Where an input is talked about: its thread, or the page of the proposal. */
export const inputAddress = (id: DocumentId, { proposal, comment }: Input): string =>
  proposal === null ? `/d/${id}/dialogue/${comment?.id ?? ''}` : `/d/${id}/proposals/${proposal.id}`;

/** Where the words stand that an input was put on. */
export function standsAt(id: DocumentId, input: Input): string | null {
  const text =
    input.proposal?.text ?? (input.comment?.on.noun === 'text' ? input.comment.on.anchor.text : null);
  if (text === null) return null;
  const fragment = input.paragraph === null ? '' : `#p-${input.paragraph}`;
  return text === 'working' ? `/d/${id}/draft${fragment}` : `/d/${id}/v/${text}${fragment}`;
}

/** What became of one input: it stands on the page of its delegation, or of its paragraph where it has none here. */
export const outcomeAddress = (id: DocumentId, input: Input): string =>
  input.senders[0] === undefined
    ? `${paragraphOutcomes(id, input.paragraph)}#i-${input.id}`
    : `/d/${id}/outcomes/delegation/${input.senders[0]}#i-${input.id}`;

/** What became of the inputs on a paragraph; null: the general ones. */
export const paragraphOutcomes = (id: DocumentId, paragraph: ParagraphId | null): string =>
  `/d/${id}/outcomes/paragraph/${paragraph === null ? 'general' : encodeURIComponent(paragraph)}`;
