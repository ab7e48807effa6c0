import type { Addressees, CommentKind, CommentTarget, Nature } from '../../../shared/model/comment.ts';
import type { CommentId, DocumentId, GroupId, ParticipantId } from '../../../shared/model/ids.ts';

/** What somebody was writing, as this device keeps it until it is sent. */
export interface KeptDraft {
  /** What it answers, or what it is put on. */
  readonly on: CommentTarget | { readonly noun: 'comment'; readonly id: CommentId };
  readonly text: string;
  readonly kind: CommentKind;
  readonly nature: Nature;
  readonly addressed: Addressees;
  readonly onBehalfOf: GroupId | null;
  readonly isPrivate: boolean;
  /** The key of the request it was last sent with, and what that said: a second try after a reload is the same act. */
  readonly sent: { readonly said: string; readonly key: string } | null;
}

/** The little of `Storage` that is used. */
export type DraftStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>;

/** Drafts of one participant in one document. */
export interface KeptDrafts {
  read(target: string): KeptDraft | null;
  /** Answers false where the device keeps nothing: then the words live only as long as the page. */
  write(target: string, draft: KeptDraft): boolean;
  drop(target: string): void;
  /** Targets of all drafts. */
  targets(): readonly string[];
}

/** A name for what is written to: one draft each. */
export const targetOf = (on: KeptDraft['on']): string => {
  if (on.noun !== 'text') return `${on.noun}:${on.id}`;
  const { anchor } = on;
  if (anchor.scope === 'text') return `text:${anchor.text}`;
  const place = anchor.scope === 'words' ? `${anchor.start}-${anchor.end}` : '';
  return `${anchor.scope}:${anchor.text}:${anchor.paragraph ?? ''}:${place}`;
};

const PREFIX = 'sb.said.';

export function keptDrafts(
  storage: DraftStorage,
  documentId: DocumentId,
  participantId: ParticipantId,
): KeptDrafts {
  const prefix = `${PREFIX}${documentId}.${participantId}.`;
  return {
    read: (target) => {
      try {
        const held = storage.getItem(prefix + target);
        return held === null ? null : (JSON.parse(held) as KeptDraft);
      } catch {
        return null;
      }
    },
    write: (target, draft) => {
      try {
        storage.setItem(prefix + target, JSON.stringify(draft));
        return true;
      } catch {
        return false; // Blocked or full.
      }
    },
    drop: (target) => {
      try {
        storage.removeItem(prefix + target);
      } catch {
        // Nothing was kept then.
      }
    },
    targets: () => {
      const found: string[] = [];
      try {
        for (let k = 0; k < storage.length; k += 1) {
          const key = storage.key(k);
          if (key?.startsWith(prefix)) found.push(key.slice(prefix.length));
        }
      } catch {
        // Nothing is kept then.
      }
      return found.sort();
    },
  };
}
