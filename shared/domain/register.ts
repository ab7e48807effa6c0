import type { RegisterEntry } from '../model/register.ts';

/** How the audit log names a revision of a row of the register, such as `comment:Zx…@2`. */
export const registerSubject = ({
  noun,
  id,
  revision,
}: Pick<RegisterEntry, 'noun' | 'id' | 'revision'>): string => `${noun}:${id}@${revision}`;
