import type { TextAnswer } from '../../../../shared/api/text.ts';
import type { DocumentId, ParagraphId } from '../../../../shared/model/ids.ts';
import type { LabelledParagraph } from '../../../../shared/model/paragraph.ts';
import { documentEvents } from '../../../api/events/document-events.ts';
import { type Failure, request } from '../../../api/request.ts';
import { fetchUntilItComes } from '../../../ui/fetch-until-it-comes.ts';

const loadFollowing = () => import('../../../editor/following/follow-working-text.ts');

/** The working text as it stands, for pages without an editor. */
export interface TextNow {
  /** Null until it was read once. */
  readonly paragraphs: readonly LabelledParagraph[] | null;
  readonly failure: Failure | null;
}

export interface TextStore {
  get(): TextNow;
  subscribe(listener: () => void): () => void;
}

/** How long the live text must rest before screens follow it, in ms: longer than a key, shorter than a second. */
const REST_MS = 300;
/** How long the line stays open after the last screen left, in ms: pages follow each other. */
const LINGER_MS = 1_000;

const NOTHING: TextNow = { paragraphs: null, failure: null };

/**
 * Read at once by request, then followed over the socket, which takes its code and a connection first. One for all
 * cards of a page. It is read anew when labels may have changed with a publication.
 */
function createTextStore(id: DocumentId): TextStore {
  let state = NOTHING;
  const listeners = new Set<() => void>();
  let stop: (() => void) | null = null;
  let lingering: ReturnType<typeof setTimeout> | undefined;

  const set = (next: TextNow): void => {
    state = next;
    for (const listener of [...listeners]) listener();
  };
  const start = (): (() => void) => {
    let ended = false;
    let unfollow = (): void => {};
    const begin = async (): Promise<void> => {
      const answer = await request<TextAnswer>('GET', `/documents/${id}/text`);
      if (ended) return;
      if (!answer.ok) {
        set({ ...state, failure: answer.error });
        return;
      }
      set({ paragraphs: answer.value.paragraphs, failure: null });
      const { version, labels } = answer.value.base;
      const base = version === null ? null : new Map(Object.entries(labels) as [ParagraphId, string][]);
      unfollow();
      unfollow = fetchUntilItComes(loadFollowing, ({ followWorkingText }) => {
        unfollow = followWorkingText(id, base, REST_MS, (paragraphs) => set({ paragraphs, failure: null }));
      });
    };
    void begin();
    const unhear = documentEvents(id).listen((heard) => {
      if (heard.kind === 'version-published' || heard.kind === 'text-imported' || heard.kind === 'anew')
        void begin();
      else if (heard.kind === 'back' && state.failure !== null) void begin();
    });
    return () => {
      ended = true;
      unhear();
      unfollow();
    };
  };

  return {
    get: () => state,
    subscribe: (listener) => {
      listeners.add(listener);
      clearTimeout(lingering);
      stop ??= start();
      return () => {
        listeners.delete(listener);
        if (listeners.size > 0) return;
        lingering = setTimeout(() => {
          stop?.();
          stop = null;
          state = NOTHING;
        }, LINGER_MS);
      };
    },
  };
}

const stores = new Map<DocumentId, TextStore>();

/** The one store of a document's working text in this page. */
export function textStore(id: DocumentId): TextStore {
  const known = stores.get(id);
  if (known !== undefined) return known;
  const made = createTextStore(id);
  stores.set(id, made);
  return made;
}
