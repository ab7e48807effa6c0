import { common } from './common.ts';
import { drafting } from './drafting.ts';
import { errors } from './errors.ts';
import { frame } from './frame.ts';
import { home } from './home.ts';
import { palette } from './palette.ts';
import { reasons } from './reasons.ts';
import { session } from './session.ts';
import { terms } from './terms.ts';

/** The English catalogue: one file an area. Add an area here and its keys are typed everywhere. */
export const en = { common, drafting, errors, frame, home, palette, reasons, session, terms } as const;
