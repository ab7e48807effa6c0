import { describe, expect, it } from 'vitest';
import { textSchema } from '../../../../client/editor/schema/extensions.ts';
import { headOf } from '../../../../client/editor/schema/paragraph.ts';

describe('schema', () => {
  const schema = textSchema();

  it('B1: a document is paragraphs of text with the four marks, and nothing else', () => {
    expect(Object.keys(schema.nodes).sort()).toEqual(['doc', 'paragraph', 'text']);
    expect(Object.keys(schema.marks).sort()).toEqual(['bold', 'italic', 'link', 'underline']);
    const empty = schema.node('doc');
    expect(() => empty.check()).not.toThrow();
    expect(() =>
      schema.node('doc', null, [schema.node('paragraph', null, [schema.text('x')])]).check(),
    ).not.toThrow();
  });

  it('B1: a paragraph node reads as a head, whatever its attributes hold', () => {
    const node = schema.node('paragraph', {
      id: 7,
      kind: 'poem',
      level: 9,
      dir: 'up',
      from: 'x',
      pinned: '',
    });
    expect(headOf(node)).toEqual({ id: '', kind: 'plain', level: 0, dir: 'auto', from: [], pinned: null });
  });

  it('B1: a link mark with another scheme cannot be made', () => {
    expect(() => schema.mark('link', { href: 'javascript:alert(1)' })).toThrow(/http, https or mailto/);
    expect(schema.mark('link', { href: 'https://example.org/' }).attrs.href).toBe('https://example.org/');
  });
});
