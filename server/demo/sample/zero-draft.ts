import type { SampleBlock } from './block.ts';
import { data } from './data.ts';
import { divides } from './divides.ts';
import { enabling } from './enabling.ts';
import { governance } from './governance.ts';
import { preamble } from './preamble.ts';
import { rights } from './rights.ts';
import { skills } from './skills.ts';
import { vision } from './vision.ts';

/** The zero draft: every section, in order. */
export const zeroDraft: readonly SampleBlock[] = [
  ...preamble,
  ...vision,
  ...divides,
  ...enabling,
  ...skills,
  ...rights,
  ...data,
  ...governance,
];
