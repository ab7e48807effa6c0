import { INPUT_BURST, INPUTS_A_MINUTE } from '../../shared/api/limits.ts';
import type { ParticipantId } from '../../shared/model/ids.ts';
import type { Action } from '../../shared/policy/table.ts';
import type { Clock } from '../ports/clock.ts';

/** Acts by which people put something into the register. What facilitators decide on it is not counted. */
const INPUTS: readonly Action[] = [
  'comment.write',
  'proposal.write',
  'disposition.answer',
  'declaration.file',
];

/** Keeps one participant from flooding a register. */
export interface InputRate {
  /** Counts an act. Answers 0, or in how many seconds there is room for another; then nothing was counted. */
  take(participant: ParticipantId, action: Action): number;
}

interface Allowance {
  left: number;
  /** When `left` was reckoned, in milliseconds since 1970. */
  at: number;
}

const REFILL_MS = 60_000 / INPUTS_A_MINUTE;

/** Allowances above this number are looked through for full ones, which need not be remembered. */
const MANY = 1_000;

/** An allowance a participant: a burst at once, then so many a minute. */
export function createInputRate(clock: Pick<Clock, 'now'>): InputRate {
  const allowances = new Map<ParticipantId, Allowance>();
  const reckon = ({ left, at }: Allowance, now: number): number =>
    Math.min(INPUT_BURST, left + Math.max(0, now - at) / REFILL_MS);

  return {
    take(participant, action) {
      if (!INPUTS.includes(action)) return 0;
      const now = Date.parse(clock.now());
      if (allowances.size > MANY)
        for (const [id, allowance] of allowances)
          if (reckon(allowance, now) === INPUT_BURST) allowances.delete(id);
      const left = reckon(allowances.get(participant) ?? { left: INPUT_BURST, at: now }, now);
      allowances.set(participant, { left: left < 1 ? left : left - 1, at: now });
      return left < 1 ? Math.ceil(((1 - left) * REFILL_MS) / 1000) : 0;
    },
  };
}
