import type { OutcomeDocument } from '../model/document.ts';
import type { DocumentEvent } from '../model/event.ts';
import type { PermissionContext } from '../policy/can.ts';

/** What of a phase is told, without where and when. */
export type PhaseTold = Omit<Extract<DocumentEvent, { kind: 'phase-changed' }>, 'documentId' | 'at'>;

/**
 * What everybody is told of a document that moves on. Where all that permission depends on stays as it was, nobody's
 * rights changed: the end of the phase alone moved, and nobody need be judged anew (rule P9).
 */
export function phaseTold(before: OutcomeDocument, after: OutcomeDocument): PhaseTold {
  const { phase, closesAt } = after;
  const told = { kind: 'phase-changed', phase, closesAt } as const;
  return rightsOf(before) === rightsOf(after) ? { ...told, only: 'closesAt' } : told;
}

/** In words, so that the same adoption read twice is the same; every part of the context, or this does not compile. */
function rightsOf({ phase, workingText, register, adoption = undefined }: OutcomeDocument): string {
  const context: Required<{ [Part in keyof PermissionContext]: PermissionContext[Part] | undefined }> = {
    phase,
    workingText,
    register,
    adoption,
  };
  return JSON.stringify(context);
}
