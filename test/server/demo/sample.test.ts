import { describe, expect, it } from 'vitest';
import type { SampleBlock } from '../../../server/demo/sample/block.ts';
import type { SampleEdit } from '../../../server/demo/sample/edit.ts';
import { elementsPaper } from '../../../server/demo/sample/elements-paper.ts';
import { revisionOne } from '../../../server/demo/sample/revision-one.ts';
import { workingText } from '../../../server/demo/sample/working-text.ts';
import { zeroDraft } from '../../../server/demo/sample/zero-draft.ts';
import { plainText } from '../../../shared/model/paragraph.ts';

/** A naive oracle of the sample edits on key → text; throws where an edit does not fit the text before it. */
function applied(start: ReadonlyMap<string, string>, edits: readonly SampleEdit[]): Map<string, string> {
  const texts = new Map(start);
  const take = (key: string): string => {
    const text = texts.get(key);
    if (text === undefined) throw new Error(`no paragraph ${key}`);
    return text;
  };
  const once = (key: string, words: string): void => {
    if (take(key).split(words).length !== 2) throw new Error(`"${words}" stands not exactly once in ${key}`);
  };
  for (const edit of edits) {
    switch (edit.act) {
      case 'replace':
        once(edit.key, edit.old);
        texts.set(edit.key, take(edit.key).replace(edit.old, edit.new));
        break;
      case 'insert':
        take(edit.after);
        if (texts.has(edit.block.key)) throw new Error(`${edit.block.key} is there already`);
        texts.set(edit.block.key, plainText(edit.block.runs));
        break;
      case 'remove':
        take(edit.key);
        texts.delete(edit.key);
        break;
      case 'move':
        take(edit.key);
        take(edit.after);
        break;
      case 'split': {
        once(edit.key, edit.before);
        const [head, tail] = take(edit.key).split(edit.before);
        texts.set(edit.key, head as string);
        texts.set(edit.newKey, edit.before + tail);
        break;
      }
      case 'join':
        texts.set(edit.key, `${take(edit.key)} ${take(edit.next)}`);
        texts.delete(edit.next);
        break;
    }
  }
  return texts;
}

const byKey = (blocks: readonly SampleBlock[]): Map<string, string> =>
  new Map(blocks.map((block) => [block.key, plainText(block.runs)]));

describe('sample document', () => {
  it('has at least 60 numbered paragraphs, headings and lettered items', () => {
    const count = (kind: string) => zeroDraft.filter((block) => block.kind === kind).length;
    expect(count('operative')).toBeGreaterThanOrEqual(60);
    expect(count('heading')).toBeGreaterThanOrEqual(10);
    expect(count('item')).toBeGreaterThanOrEqual(20);
    expect(count('preambular')).toBeGreaterThanOrEqual(6);
  });

  it('names every paragraph once', () => {
    for (const blocks of [elementsPaper, zeroDraft])
      expect(new Set(blocks.map((block) => block.key)).size).toBe(blocks.length);
  });

  it('keeps every element of the elements paper in the zero draft', () => {
    const drafted = byKey(zeroDraft);
    expect(elementsPaper.filter((block) => !drafted.has(block.key))).toEqual([]);
  });

  it('is revised by edits that fit, one after the other', () => {
    const revised = applied(byKey(zeroDraft), revisionOne);
    const working = applied(revised, workingText);
    expect(revised.size).toBeGreaterThan(zeroDraft.length);
    expect([...working.values()].every((text) => text.trim() !== '')).toBe(true);
  });
});
