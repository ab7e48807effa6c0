import type { DemoAnswer } from '../../shared/api/session.ts';
import type { ParticipantId } from '../../shared/model/ids.ts';

/** The sample document of a demonstration server and the people a visitor may enter as. */
export interface Demo {
  readonly answer: DemoAnswer;
  /** The sample participant behind a key, or null. */
  participantOf(key: string): ParticipantId | null;
}
