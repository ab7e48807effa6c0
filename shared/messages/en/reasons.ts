/** Why something is not allowed: the refusals of shared/policy/can.ts. */
export const reasons = {
  'not-a-participant': 'Only participants of this document may do this.',
  role: 'Your role in this document does not include this.',
  phase: 'The present phase does not allow this.',
  'working-text-restricted': 'The facilitators have opened the working text to the drafting team only.',
  adopted: 'The text has been adopted and is final.',
  'record-closed': 'The record of this document is closed.',
} as const;
