import type { AuthorshipReader } from '../ports/authorship.ts';
import type { Clock } from '../ports/clock.ts';
import type { Comparisons } from '../ports/comparisons.ts';
import type { Files } from '../ports/files.ts';
import type { PositionBooks } from '../ports/position-books.ts';
import type { Secrets } from '../ports/secrets.ts';
import type { Store } from '../ports/store.ts';
import type { WorkingTexts } from '../ports/working-texts.ts';
import type { RegisterCopies } from './register-copies.ts';

/** What queries work with: the same as commands, to read. */
export interface QueryContext {
  readonly store: Store;
  readonly clock: Clock;
  readonly secrets: Secrets;
  readonly workingTexts: WorkingTexts;
  readonly authorship: AuthorshipReader;
  readonly files: Files;
  readonly comparisons: Comparisons;
  readonly registers: RegisterCopies;
  readonly positions: PositionBooks;
}
