import type { Bus } from '../ports/bus.ts';
import type { Clock } from '../ports/clock.ts';
import type { Comparisons } from '../ports/comparisons.ts';
import type { Files } from '../ports/files.ts';
import type { Secrets } from '../ports/secrets.ts';
import type { Store } from '../ports/store.ts';
import type { WorkingTexts } from '../ports/working-texts.ts';

/** What commands work with. */
export interface CommandContext {
  readonly store: Store;
  readonly bus: Bus;
  readonly clock: Clock;
  readonly secrets: Secrets;
  readonly workingTexts: WorkingTexts;
  readonly files: Files;
  readonly comparisons: Comparisons;
}
