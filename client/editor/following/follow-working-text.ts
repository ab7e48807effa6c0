import type { DocumentId } from '../../../shared/model/ids.ts';
import type { LabelledParagraph } from '../../../shared/model/paragraph.ts';
import { type BaseLabels, labelParagraphs } from '../../../shared/text/labels.ts';
import { readParagraphs } from '../../../shared/text/read.ts';
import { whenRested } from '../../ui/when-rested.ts';
import { openConnection } from '../connection/open-connection.ts';

/** Where the text never rests, it is told as often as this many rests. */
const RESTLESS = 5;

/**
 * Reads along with the working text and tells it whenever it has rested for `rest` ms after a change.
 * Answers a function that ends it. Nothing is kept on the device: this reader writes nothing.
 */
export function followWorkingText(
  documentId: DocumentId,
  base: BaseLabels | null,
  rest: number,
  tell: (paragraphs: readonly LabelledParagraph[]) => void,
): () => void {
  const connection = openConnection({ documentId, participantId: null, origin: location.origin });
  let unwatch = (): void => {};

  const follow = (): void => {
    unwatch();
    const live = connection.live.get();
    if (live === null) return;
    const read = (): void => tell(labelParagraphs(readParagraphs(live.text), base));
    const changes = whenRested(read, rest, RESTLESS * rest);
    live.text.observeDeep(changes.again);
    unwatch = () => {
      changes.stop();
      live.text.unobserveDeep(changes.again);
    };
    read();
  };
  const unsubscribe = connection.live.subscribe(follow);
  follow();

  return () => {
    unsubscribe();
    unwatch();
    void connection.close();
  };
}
