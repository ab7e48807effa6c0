import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { revisionOne } from '../../../server/demo/sample/revision-one.ts';
import { workingText } from '../../../server/demo/sample/working-text.ts';
import { zeroDraft } from '../../../server/demo/sample/zero-draft.ts';
import { applySampleEdit, sampleParagraph } from '../../../server/demo/sample-edits.ts';
import { plainText } from '../../../shared/model/paragraph.ts';
import { readParagraphs } from '../../../shared/text/read.ts';
import { replaceAll } from '../../../shared/text/write.ts';

const textWith = (blocks: typeof zeroDraft): Y.Text => {
  const text = new Y.Doc().getText('text');
  replaceAll(text, blocks.map(sampleParagraph));
  return text;
};

describe('the sample document in the live text', () => {
  it('takes every edit, remembers the split and the join, and repeats no id', () => {
    const text = textWith(zeroDraft);
    for (const edit of [...revisionOne, ...workingText]) applySampleEdit(text, edit);
    const paragraphs = readParagraphs(text);
    const byId = new Map(paragraphs.map((paragraph) => [paragraph.id as string, paragraph]));
    expect(byId.size).toBe(paragraphs.length);
    expect(byId.get('divides-gender-barriers')?.from).toEqual(['divides-gender']);
    expect(byId.get('vision-sovereignty')?.from).toEqual(['vision-sovereignty', 'vision-contribution']);
    expect(plainText(byId.get('divides-afford')?.runs ?? [])).toContain('less than [two] [one] per cent');
    expect(byId.get('pp-rights')?.runs[0]).toEqual({ text: 'Reaffirming', italic: true });
    expect(byId.has('security-critical')).toBe(false);
  });
});
