import { describe, expect, it } from 'vitest';
import { compareTexts } from '../../../shared/compare/compare-texts.ts';
import { printComparisonHtml } from '../../../shared/format/comparison-html.ts';
import { printComparisonJson } from '../../../shared/format/comparison-json.ts';
import { printComparisonText } from '../../../shared/format/comparison-text.ts';
import { comparableBlocks, textBlocks } from '../../../shared/format/text-blocks.ts';

const OLD =
  '1. We build & keep <open> networks for all people.\n\n2. We fund schools in mountain villages.\n\n3. We meet every spring in a new city.';
const NEW =
  '1. We build, run & keep <open> networks for all people.\n\n2. We meet every spring in a new city.\n\n3. We fund schools in mountain villages.';
const comparison = compareTexts(comparableBlocks(OLD), comparableBlocks(NEW));

describe('textBlocks', () => {
  it.each([
    ['nothing', '', []],
    ['blank lines only', ' \n\t\n', []],
    ['one blank line', 'a\n\nb', ['a', 'b']],
    ['several, with spaces', 'a\n \n\t\nb\n', ['a', 'b']],
    ['Windows line ends', 'a\r\n\r\nb\r\nc', ['a', 'b\nc']],
    ['a byte order mark', '\uFEFFa', ['a']],
  ])('C10: %s', (_, text, expected) => {
    expect(textBlocks(text)).toEqual(expected);
  });
});

describe('printing a comparison', () => {
  it('C11: text marks words with signs, with colour or without', () => {
    const plain = printComparisonText(comparison, { colour: false });
    expect(plain).toContain('We build{+, run+} & keep <open> networks');
    expect(plain).toContain('2 → 3 · unchanged, moved (stood after 1)');
    expect(plain).not.toContain('\u001b');
    expect(printComparisonText(comparison, { colour: true })).toContain('{+, run+}');
  });

  it('C11: HTML escapes what it prints, says changes aloud and loads nothing', () => {
    const html = printComparisonHtml(comparison, { from: 'a.txt', to: '<b>.txt' });
    expect(html).toContain('&amp; keep &lt;open&gt; networks');
    expect(html).toContain('<title>a.txt → &lt;b&gt;.txt</title>');
    expect(html).toContain('[inserted </span>, run<span class="hidden"> end inserted]');
    expect(html).not.toMatch(/<script|src=|url\(|@import|style="/);
  });

  it('C11: every link inside the HTML leads somewhere', () => {
    const html = printComparisonHtml(comparison, { from: 'a', to: 'b' });
    const ids = new Set([...html.matchAll(/id="([^"]+)"/g)].map((match) => match[1]));
    const targets = [...html.matchAll(/href="#([^"]+)"/g)].map((match) => match[1]);
    expect(targets.length).toBeGreaterThan(1);
    expect(targets.filter((target) => !ids.has(target))).toEqual([]);
  });

  it('C11: JSON is the comparison, one row a line', () => {
    const json = printComparisonJson(comparison);
    expect(JSON.parse(json)).toEqual(comparison);
    expect(json.split('\n').filter((line) => line.startsWith('  {'))).toHaveLength(comparison.rows.length);
  });
});
