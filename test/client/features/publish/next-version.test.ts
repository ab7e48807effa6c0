import { describe, expect, it } from 'vitest';
import { nameFor, nextVersion } from '../../../../client/features/publish/next-version.ts';
import type { Stage } from '../../../../shared/model/version.ts';

const names = (stage: Stage): string => stage.toUpperCase();
const published = (...stages: Stage[]) => stages.map((stage, k) => ({ stage, ordinal: k + 1 }));

describe('the next version', () => {
  it.each([
    [published(), 'elements', 'ELEMENTS'],
    [published('elements'), 'zero', 'ZERO'],
    [published('elements', 'zero'), 'revision', 'Rev.1'],
    [published('elements', 'zero', 'revision'), 'revision', 'Rev.2'],
    [published('zero', 'revision', 'final'), 'revision', 'Rev.2'],
  ])('U8: after %j is %s %s', (versions, stage, name) => {
    expect(nextVersion(versions, names)).toEqual({ stage, name });
    expect(nextVersion(versions.toReversed(), names)).toEqual({ stage, name });
  });

  it('U8: a stage that is chosen by hand bears its own name', () => {
    expect(nameFor('final', published('revision'), names)).toBe('FINAL');
  });
});
