import { readMeetingNotes } from './read-meeting-notes.ts';
import { readPressSummary } from './read-press-summary.ts';
import { readQuestionnaire } from './read-questionnaire.ts';

export const NOTES_KINDS = ['meeting', 'press', 'questionnaire'] as const;
export type NotesKind = (typeof NOTES_KINDS)[number];

/** What a text most looks like: at least two questions, else more statements than attributions, else a press summary. */
export function kindOfNotes(source: string): NotesKind {
  if (readQuestionnaire(source).answers.length >= 2) return 'questionnaire';
  const statements = readMeetingNotes(source).statements.length;
  return statements > 0 && statements >= readPressSummary(source).attributions.length ? 'meeting' : 'press';
}
