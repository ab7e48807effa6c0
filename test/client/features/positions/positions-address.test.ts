import { describe, expect, it } from 'vitest';
import {
  type PositionsAddress,
  positionsAddress,
  readPositionsAddress,
} from '../../../../client/features/positions/positions-address.ts';
import type { DocumentId, ParagraphId, VersionId } from '../../../../shared/model/ids.ts';

const id = 'd1' as DocumentId;
const read = (address: string) => {
  const [path = '', query = ''] = address.split('?');
  return readPositionsAddress(path, query);
};

describe('addresses of the positions', () => {
  it('U182: the bare address shows the latest matrix by constituency', () => {
    expect(positionsAddress(id, {})).toBe('/d/d1/positions');
    expect(read('/d/d1/positions')).toMatchObject({
      view: 'matrix',
      version: null,
      by: 'constituency',
      cell: null,
    });
  });

  it.each<Partial<PositionsAddress>>([
    { view: 'matrix', by: 'delegation', cell: { paragraph: 'p-1' as ParagraphId, column: 'x.y' } },
    { by: 'region', cell: { paragraph: 'p' as ParagraphId, column: null } },
    { cell: { paragraph: null, column: 'government' } },
    { view: 'consensus', frame: 'everybody', answer: 'objections-remain', version: 'v2' as VersionId },
    { view: 'silent', section: 's-1' as ParagraphId },
    { view: 'matrix', section: 's-1' as ParagraphId, by: 'region' },
    { view: 'mine', own: 'to-reconfirm', holder: 'group.g' },
    { view: 'mine', cell: { paragraph: 'p' as ParagraphId, column: null } },
  ])('U182: what is seen stands in the address: %o', (wanted) => {
    expect(read(positionsAddress(id, wanted))).toMatchObject(wanted);
  });

  it('U182: what makes no sense is left out', () => {
    expect(read('/d/d1/positions?by=colour&cell=~&frame=x&answer=y&show=z')).toEqual(read('/d/d1/positions'));
  });
});
