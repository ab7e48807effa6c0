import type { DelegationId, ParticipantId } from '../../../shared/model/ids.ts';
import type { RegisterView } from '../../api/register/use-register.ts';

/** Who heads a delegation: who was named, else its first participant (the directory stands in the order of joining). */
export function headOf(
  view: Pick<RegisterView, 'rows' | 'directory'>,
  delegation: DelegationId,
): ParticipantId | null {
  const named = view.rows.head.get(delegation)?.participantId;
  if (named !== undefined) return named;
  for (const person of view.directory.participants.values())
    if (person.delegationId === delegation) return person.id;
  return null;
}
