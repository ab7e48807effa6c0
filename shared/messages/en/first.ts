import { common } from './common.ts';
import { errors } from './errors.ts';
import { frame } from './frame.ts';
import { home } from './home.ts';
import { palette } from './palette.ts';
import { reading } from './reading.ts';
import { reasons } from './reasons.ts';
import { session } from './session.ts';
import { terms } from './terms.ts';

/** Words that every page may need at once: they come with the first script. All others come with their screens. */
export const first = {
  common,
  errors,
  frame,
  home,
  palette,
  reading,
  reasons,
  session,
  terms,
} as const;
