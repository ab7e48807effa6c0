import { describe, expect, it } from 'vitest';
import type { DocumentEvent } from '../../../shared/model/event.ts';
import type { ParticipantId } from '../../../shared/model/ids.ts';
import type { Permission } from '../../../shared/policy/can.ts';
import { accessChanged, asToldTo, type Listener } from '../../../shared/policy/told.ts';

const yes = { allowed: true } as Permission;
const no = { allowed: false, reason: 'not-a-participant' } as Permission;
const event = (body: object): DocumentEvent =>
  ({ documentId: 'd', at: '2026-10-01T09:00:00.000Z', ...body }) as DocumentEvent;
const listener = (participant: string | null, text = yes, version = yes, register = yes): Listener => ({
  participant: participant as ParticipantId | null,
  abilities: { 'text.view': text, 'version.view': version, 'register.view': register },
});

const ANNA = listener('anna');
const NO_TEXT = listener('ben', no);
const STRANGER = listener(null, yes, no, no);

/** Event, and whether Anna, somebody without the working text, and a stranger hear it. */
const CASES: readonly (readonly [DocumentEvent, boolean, boolean, boolean])[] = [
  [event({ kind: 'phase-changed', phase: 'drafting', closesAt: null }), true, true, true],
  [event({ kind: 'document-changed', audience: true }), true, true, true],
  [event({ kind: 'members-changed', participantId: 'anna' }), true, true, true],
  [event({ kind: 'text-imported', paragraphs: 3 }), true, false, true],
  [event({ kind: 'version-published', versionId: 'v', name: 'Zero draft' }), true, true, false],
  [event({ kind: 'register-changed', head: 3 }), true, true, false],
  [event({ kind: 'notices-changed', participants: ['anna', 'cleo'] }), true, false, false],
];

describe('who is told what', () => {
  it.each(CASES)('R23: $kind', (told, ...heard) => {
    expect([ANNA, NO_TEXT, STRANGER].map((one) => asToldTo(told, one) !== null)).toEqual(heard);
  });

  it('R23: of notices one hears one’s own alone', () => {
    const notices = event({ kind: 'notices-changed', participants: ['anna', 'cleo'] });
    expect(asToldTo(notices, ANNA)).toEqual({ ...notices, participants: ['anna'] });
  });

  it('R24: a change of audience touches everybody, one of membership one person, others nobody', () => {
    expect(CASES.map(([told]) => accessChanged(told))).toEqual([
      null,
      'everybody',
      'anna',
      null,
      null,
      null,
      null,
    ]);
    expect(accessChanged(event({ kind: 'document-changed', audience: false }))).toBeNull();
  });
});
