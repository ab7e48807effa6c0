import { type Problem, problem } from '../model/problem.ts';
import type { Refusal } from './can.ts';
import type { Action } from './table.ts';

/** A refusal in words, for tools and logs. The interface has its own sentences under `reason.<code>`. */
const SENTENCES: Readonly<Record<Refusal, string>> = {
  'not-a-participant': 'you are not a participant of this document',
  role: 'your role does not allow it',
  phase: 'the document is in a phase that does not allow it',
  'working-text-restricted': 'the facilitators show the working text to the drafting team only',
  adopted: 'the text has been adopted and is final',
  'record-closed': 'the record of this document is closed',
};

/** The problem that answers an act which `can` refused. */
export const notPermitted = (action: Action, reason: Refusal): Problem =>
  problem('not-permitted', `${action} is not permitted: ${SENTENCES[reason]} (${reason})`);
