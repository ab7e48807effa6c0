import { useCallback, useSyncExternalStore } from 'react';
import type { AnchoredText } from '../../../../shared/model/anchor.ts';
import type { DocumentId } from '../../../../shared/model/ids.ts';
import type { LabelledParagraph } from '../../../../shared/model/paragraph.ts';
import { type Failure, failureIn } from '../../../api/request.ts';
import { useVersion } from '../../../api/versions.ts';
import { textStore } from './text-now.ts';

export interface ShownText {
  /** Null while it is read. */
  readonly paragraphs: readonly LabelledParagraph[] | null;
  readonly failure: Failure | null;
}

const QUIET = (): (() => void) => () => undefined;
const NOTHING: ShownText = { paragraphs: null, failure: null };

/**
 * The text that proposals are shown against: the working text as it changes, or a version.
 * `given`: the same text, where the page around has it already; then nothing is asked for.
 */
export function useText(
  documentId: DocumentId,
  text: AnchoredText,
  given?: readonly LabelledParagraph[] | undefined,
): ShownText {
  const live = text === 'working' && given === undefined;
  const store = textStore(documentId);
  const subscribe = useCallback(
    (listener: () => void) => (live ? store.subscribe(listener) : QUIET()),
    [live, store],
  );
  const working = useSyncExternalStore(subscribe, () => (live ? store.get() : NOTHING));
  const version = useVersion(documentId, text, text !== 'working' && given === undefined);
  if (given !== undefined) return { paragraphs: given, failure: null };
  if (text === 'working') return working;
  return {
    paragraphs: version.data?.paragraphs ?? null,
    failure: version.error === null ? null : failureIn(version.error),
  };
}
