import type { UseMutationResult } from '@tanstack/react-query';
import type { DocumentId } from '../../../shared/model/ids.ts';
import type { RegisterEntry } from '../../../shared/model/register.ts';
import { type Act, useAct } from '../act.ts';
import { putEntry } from './register-stores.ts';

/** The answer of an act on one row: its new revision. */
export interface EntryAnswer {
  readonly entry: RegisterEntry;
}

interface RegisterAct<Input, Answer> extends Omit<Act<Input, Answer>, 'stale' | 'done'> {
  readonly stale?: Act<Input, Answer>['stale'];
}

/** An act on the register: what it answers stands in the device's copy at once, before the event comes. */
export const useRegisterAct = <Input, Answer extends EntryAnswer = EntryAnswer>(
  documentId: DocumentId,
  act: RegisterAct<Input, Answer>,
): UseMutationResult<Answer, Error, Input> =>
  useAct<Input, Answer>({
    stale: () => [],
    ...act,
    done: ({ entry }) => putEntry(documentId, entry),
  });
