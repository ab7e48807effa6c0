import { type EditorState, Plugin, PluginKey } from '@tiptap/pm/state';
import type * as Y from 'yjs';
import type { ParagraphId } from '../../../shared/model/ids.ts';
import { type Observable, type Source, source } from '../connection/observable.ts';
import { labelsIn } from '../labels/labels-plugin.ts';
import { findStranded, wordsOf } from './find-stranded.ts';
import { readStranded, type Stranded } from './read-stranded.ts';

/** Words of this person that somebody else's deletion or move left behind, as they are told of them. */
export interface StrandedWords {
  readonly key: number;
  readonly stranded: Stranded;
  readonly words: string;
  /** Label of the paragraph they were typed in, as it was then; empty if it had none. */
  readonly label: string;
  readonly standsIn: ParagraphId;
  /** Id of the paragraph they were typed in where that was moved; null where it was deleted. */
  readonly home: ParagraphId | null;
}

export interface StrandedWatch {
  readonly words: Observable<readonly StrandedWords[]>;
  /** The person has seen them and leaves them where they are. */
  leave(key: number): void;
}

const strandedKey = new PluginKey<StrandedWatch>('stranded');

/** What watches over stranded words in an editor; undefined if nothing does. */
export const strandedIn = (state: EditorState): StrandedWatch | undefined => strandedKey.getState(state);

/** One case, before it is looked up where its words stand. */
type Kept = Pick<StrandedWords, 'key' | 'stranded' | 'label'>;

/** Watches for words typed here, since this editor was made, that others' deletions and moves leave behind. */
export function strandedPlugin(text: Y.Text): Plugin<StrandedWatch> {
  const words: Source<readonly StrandedWords[]> = source<readonly StrandedWords[]>([]);
  // Yjs takes another id where it meets its own in others' words.
  const own = new Set<number>();
  let kept: Kept[] = [];
  let keys = 0;

  const look = (): void => {
    if (kept.length === 0 && words.get().length === 0) return;
    const shown = kept.flatMap((one): StrandedWords[] => {
      const found = findStranded(text, one.stranded);
      const standsIn = found?.parts[0]?.standsIn;
      if (found === null || standsIn === undefined) return [];
      return [{ ...one, words: wordsOf(found), standsIn, home: found.home }];
    });
    kept = kept.filter(({ key }) => shown.some((one) => one.key === key));
    if (!sameWords(words.get(), shown)) words.set(shown);
  };
  const watch: StrandedWatch = {
    words,
    leave(key) {
      kept = kept.filter((one) => one.key !== key);
      look();
    },
  };

  return new Plugin<StrandedWatch>({
    key: strandedKey,
    state: { init: () => watch, apply: (_tr, value) => value },
    view(view) {
      const { doc } = text;
      if (doc === null) return {};
      own.add(doc.clientID);
      const learn = (): void => void own.add(doc.clientID);
      // Before the binding shows the change, so that the old labels are still there to be read.
      const observe = (_event: Y.YTextEvent, transaction: Y.Transaction): void => {
        const fresh = readStranded(text, transaction, own).flatMap((stranded) => {
          const added = withoutKept(stranded, kept);
          return added === null
            ? []
            : [{ key: keys++, stranded: added, label: labelThen(view.state, stranded) }];
        });
        kept = [...kept, ...fresh];
      };
      doc.on('beforeTransaction', learn);
      text.observe(observe);
      doc.on('afterTransaction', look);
      return {
        destroy() {
          doc.off('beforeTransaction', learn);
          text.unobserve(observe);
          doc.off('afterTransaction', look);
        },
      };
    },
  });
}

function labelThen(state: EditorState, { stood }: Stranded): string {
  return labelsIn(state)[state.doc.children.findIndex((node) => node.attrs.id === stood.id)] ?? '';
}

/** Words that were stranded before keep the paragraph they were typed in. Null if there are no others. */
function withoutKept(stranded: Stranded, kept: readonly Kept[]): Stranded | null {
  const runs = stranded.runs.filter(
    ({ client, clock, length }) =>
      !kept.some((one) =>
        one.stranded.runs.some(
          (run) => run.client === client && run.clock < clock + length && clock < run.clock + run.length,
        ),
      ),
  );
  return runs.length === 0 ? null : { ...stranded, runs };
}

const sameWords = (a: readonly StrandedWords[], b: readonly StrandedWords[]): boolean =>
  a.length === b.length &&
  a.every((one, k) => {
    const other = b[k];
    return (
      one.key === other?.key &&
      one.words === other.words &&
      one.standsIn === other.standsIn &&
      one.home === other.home
    );
  });
