import { kindOfNotes, type NotesKind } from '../../../../shared/notes/kind-of-notes.ts';
import { type MeetingNotes, readMeetingNotes } from '../../../../shared/notes/read-meeting-notes.ts';
import { type PressSummary, readPressSummary } from '../../../../shared/notes/read-press-summary.ts';
import { type Questionnaire, readQuestionnaire } from '../../../../shared/notes/read-questionnaire.ts';

/** What the worker is asked: to read a text as a kind of notes. Each request has a number, and the answer bears it. */
export interface NotesRequest {
  readonly number: number;
  readonly source: string;
  readonly kind: NotesKind | 'auto';
}

/** What was read, by kind. */
export type ReadNotes =
  | { readonly kind: 'meeting'; readonly notes: MeetingNotes }
  | { readonly kind: 'press'; readonly notes: PressSummary }
  | { readonly kind: 'questionnaire'; readonly notes: Questionnaire };

export interface NotesReply {
  readonly number: number;
  readonly read: ReadNotes;
}

/** Notes are read here, beside the page, which stays quick. */
self.addEventListener('message', ({ data: { number, source, kind } }: MessageEvent<NotesRequest>) => {
  const known = kind === 'auto' ? kindOfNotes(source) : kind;
  const read: ReadNotes =
    known === 'meeting'
      ? { kind: known, notes: readMeetingNotes(source) }
      : known === 'press'
        ? { kind: known, notes: readPressSummary(source) }
        : { kind: known, notes: readQuestionnaire(source) };
  self.postMessage({ number, read } satisfies NotesReply);
});
