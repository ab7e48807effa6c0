import { sign } from '../../shared/domain/signature.ts';
import type { GroupId } from '../../shared/model/ids.ts';
import type { Problem } from '../../shared/model/problem.ts';
import type { Result } from '../../shared/model/result.ts';
import type { Signature } from '../../shared/model/signature.ts';
import type { Loaded } from './perform.ts';

/** Signs for whoever acts, on behalf of a group if they say so and may. */
export async function signed(
  { rows, document, participant, now }: Loaded,
  onBehalfOf: GroupId | null,
): Promise<Result<Signature, Problem>> {
  const entry = onBehalfOf === null ? null : await rows.register.find(document.id, 'group', onBehalfOf);
  const group = onBehalfOf === null ? null : entry?.row;
  return sign({ participant, group, now });
}
