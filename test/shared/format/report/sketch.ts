import type { DispositionLine, DispositionTable } from '../../../../shared/model/disposition-table.ts';
import { at } from '../../domain/register-sketch.ts';

export const lineOf = (more: Partial<DispositionLine> = {}): DispositionLine => ({
  id: 'comment.c1',
  paragraph: null,
  label: '',
  gone: false,
  delegation: 'Delegation A',
  enteredBy: '',
  onBehalfOf: '',
  constituency: 'government',
  region: 'african',
  kind: 'comment',
  at: at(0),
  text: 'The text should say more.',
  wording: '',
  withdrawn: false,
  decision: null,
  reason: '',
  summary: '',
  ledTo: [],
  duplicateOf: '',
  reaction: null,
  contests: [],
  ...more,
});

export const tableOf = (...lines: readonly DispositionLine[]): DispositionTable => ({
  sections: [{ paragraph: null, label: '', words: '', gone: false, lines }],
  leftOut: 0,
});
