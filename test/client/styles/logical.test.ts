import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '../../..');

/** Left and right as properties or values: these would not mirror with the direction. */
const PHYSICAL =
  /(?:^|[\s;{])(?:(?:margin|padding|border|inset|scroll-margin|scroll-padding)-(?:left|right)|left|right)[\w-]*\s*:|(?:text-align|float|clear)\s*:\s*(?:left|right)/;

const sheets = readdirSync(join(ROOT, 'client'), { withFileTypes: true, recursive: true })
  .filter((entry) => entry.isFile() && entry.name.endsWith('.css'))
  .map((entry) => join(entry.parentPath, entry.name));

describe('style sheets', () => {
  it('U6: say start and end, never left and right', () => {
    const wrong = sheets.flatMap((path) =>
      readFileSync(path, 'utf8')
        .split('\n')
        .filter((line) => PHYSICAL.test(line))
        .map((line) => `${relative(ROOT, path)}: ${line.trim()}`),
    );
    expect(sheets.length).toBeGreaterThan(5);
    expect(wrong).toEqual([]);
  });

  it.each(['  margin-left: 1px;', '.a { right: 0; }', 'text-align: left;', 'padding-right:0'])(
    'U6: the search finds %s',
    (line) => expect(PHYSICAL.test(line)).toBe(true),
  );
});
