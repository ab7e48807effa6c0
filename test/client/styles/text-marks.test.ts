import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '../../..');
const sheet = readFileSync(join(ROOT, 'client/ui/text-marks.css'), 'utf8').replaceAll(
  /\/\*[\s\S]*?\*\//g,
  '',
);

/** `selector property` of every declaration, by the media it holds on. */
function declarationsIn(css: string): Map<string, string[]> {
  const found = new Map<string, string[]>();
  const put = (media: string, rules: string): void => {
    const list = found.get(media) ?? [];
    found.set(media, list);
    for (const [, selector = '', body = ''] of rules.matchAll(/([^{}]+)\{([^{}]*)\}/g))
      for (const line of body.split(';')) {
        const property = line.split(':')[0]?.trim() ?? '';
        if (property !== '') list.push(`${selector.trim().replaceAll(/\s+/g, ' ')} ${property}`);
      }
  };
  const queries = /@media ([^{]+)\{((?:[^{}]+\{[^{}]*\})*\s*)\}/g;
  for (const [, media = '', rules = ''] of css.matchAll(queries)) put(media.trim(), rules);
  put('all', css.replaceAll(queries, ''));
  return found;
}

/** What only the screen may say of a mark or a line: how it is taken out of the flow, and held to one line. */
const OUT_OF_FLOW = /(?:position|inset[\w-]*|z-index|block-size|margin[\w-]*|padding-inline)$/;
/** A mark, its row or a line itself, nothing in it. */
const ELEMENT = /^\.text-(?:mark|mark-row|lines|lines-room)(?:\[[^\]]*\])? [\w-]+$/;

describe('marks beside a text', () => {
  const found = declarationsIn(sheet);

  it('U253: take their place on the screen alone, and paper sets nothing that holds on both', () => {
    const both = found.get('all') ?? [];
    const paper = found.get('print') ?? [];
    const place = both.filter((one) => ELEMENT.test(one) && OUT_OF_FLOW.test(one));
    expect(place).toEqual([]);
    expect(paper.length).toBeGreaterThan(0);
    expect(paper.filter((one) => both.includes(one))).toEqual([]);
  });

  it('U253: every media query is for the screen or for paper', () => {
    expect([...found.keys()].filter((media) => !/^(?:screen\b.*|print|all)$/.test(media))).toEqual([]);
    expect(found.get('screen')?.length).toBeGreaterThan(10);
  });
});
