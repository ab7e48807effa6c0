import { expect, it } from 'vitest';
import { typedKind } from '../../../../client/editor/commands/typed-kind.ts';

const item = (level: number) => ({ kind: 'item' as const, level });

it.each([
  ['PP', null, { kind: 'preambular', level: 0 }],
  ['PP3', null, { kind: 'preambular', level: 0 }],
  ['1.', null, { kind: 'operative', level: 0 }],
  ['12.', item(2), { kind: 'operative', level: 0 }],
  ['(a)', null, item(1)],
  ['(b)', item(1), item(1)],
  ['(c)', item(2), item(1)],
  ['(i)', null, item(1)],
  ['(i)', item(1), item(2)],
  ['(iv)', item(2), item(2)],
  ['(iv)', null, item(1)],
  ['a.', null, item(1)],
  ['a.', item(2), item(3)],
  ['i.', item(3), item(4)],
  ['(word)', null, null],
  ['e.g.', null, null],
  ['1)', null, null],
  ['no.', null, null],
])('B20: %s after %j means %j', (label, above, wanted) => {
  expect(typedKind(label, above)).toEqual(wanted);
});
