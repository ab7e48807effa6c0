import type { MilestoneRequest } from '../../shared/domain/milestone-request.ts';
import { NEW_YORK } from '../../shared/domain/time-zone.ts';
import type { IsoTime } from '../../shared/model/ids.ts';
import type { CommandContext } from '../commands/context.ts';
import { addMilestone } from '../commands/milestones.ts';
import type { Request } from '../commands/perform.ts';
import { must } from './must.ts';
import type { SampleMilestone } from './sample/record/roadmap.ts';

const DAY_MS = 24 * 3_600_000;

/** Days from today, by the calendar of UTC. */
const dayFrom = (now: IsoTime, days: number): string =>
  new Date(Date.parse(now) + days * DAY_MS).toISOString().slice(0, 10);

/** Puts milestones on the roadmap; answers their ids. */
export async function seedMilestones(
  context: CommandContext,
  request: Request,
  milestones: readonly SampleMilestone[],
): Promise<readonly string[]> {
  const now = context.clock.now();
  const ids: string[] = [];
  for (const { kind, name, planned, actual, window } of milestones) {
    const at = (days: number, clock: string) => ({
      wall: `${dayFrom(now, days)}T${clock}`,
      timeZone: NEW_YORK,
    });
    const asked: MilestoneRequest = {
      kind,
      name,
      planned: dayFrom(now, planned),
      actual: actual === undefined ? null : dayFrom(now, actual),
      window:
        window === undefined
          ? null
          : { opensAt: at(window[0], '09:00'), closesAt: at(window[1], '18:00'), timeZone: NEW_YORK },
      version: null,
    };
    ids.push(must(await addMilestone(context, request, asked)).entry.id);
  }
  return ids;
}
