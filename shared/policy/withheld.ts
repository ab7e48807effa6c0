import type { Withholding } from '../model/archive.ts';
import type { RegisterEntry } from '../model/register.ts';
import { asSeenBy, type Subjects, type Viewer } from './visible.ts';

/** Why a viewer does not see an entry that `asSeenBy` keeps from them. */
export function whyWithheld(entry: RegisterEntry, viewer: Viewer, subjects: Subjects): Withholding {
  const onText: Viewer = {
    ...viewer,
    abilities: { ...viewer.abilities, 'text.view': { allowed: true } },
  };
  return asSeenBy(entry, onText, subjects) === null ? 'private' : 'working-text';
}

/** Why an entry is shown to a viewer without some of what it holds. */
export const whyInPart = ({ noun }: RegisterEntry): Withholding =>
  noun === 'acceptance' ? 'working-text' : 'names-withheld';
