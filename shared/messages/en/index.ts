import { adoption } from './adoption.ts';
import { audit } from './audit.ts';
import { authors } from './authors.ts';
import { changes } from './changes.ts';
import { common } from './common.ts';
import { comparison } from './comparison.ts';
import { declarations } from './declarations.ts';
import { dialogue } from './dialogue.ts';
import { dispositions } from './dispositions.ts';
import { drafting } from './drafting.ts';
import { errors } from './errors.ts';
import { frame } from './frame.ts';
import { history } from './history.ts';
import { home } from './home.ts';
import { inputs } from './inputs.ts';
import { members } from './members.ts';
import { notices } from './notices.ts';
import { outcomes } from './outcomes.ts';
import { palette } from './palette.ts';
import { positions } from './positions.ts';
import { proposals } from './proposals.ts';
import { publish } from './publish.ts';
import { reading } from './reading.ts';
import { reasons } from './reasons.ts';
import { record } from './record.ts';
import { register } from './register.ts';
import { roadmap } from './roadmap.ts';
import { rolling } from './rolling.ts';
import { session } from './session.ts';
import { settings } from './settings.ts';
import { silence } from './silence.ts';
import { statements } from './statements.ts';
import { synthesis } from './synthesis.ts';
import { terms } from './terms.ts';
import { versions } from './versions.ts';
import { waiting } from './waiting.ts';

/** The English catalogue: one file an area. Add an area here and its keys are typed everywhere. */
export const en = {
  adoption,
  audit,
  authors,
  changes,
  common,
  comparison,
  declarations,
  dialogue,
  dispositions,
  drafting,
  errors,
  frame,
  history,
  home,
  inputs,
  members,
  notices,
  outcomes,
  palette,
  positions,
  proposals,
  publish,
  reading,
  reasons,
  record,
  register,
  roadmap,
  rolling,
  session,
  settings,
  statements,
  silence,
  synthesis,
  terms,
  versions,
  waiting,
} as const;
