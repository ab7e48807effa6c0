import { describe, expect, it } from 'vitest';
import { contributorsOf, HUES } from '../../../../client/features/authorship/delegation-signs.ts';
import type { Authorship } from '../../../../shared/api/text.ts';
import type { ParticipantId } from '../../../../shared/model/ids.ts';

const at = '2026-10-03T18:00:00.000Z' as Authorship['deletions'][number]['at'];
const by = (id: string) => id as ParticipantId;

const authorship = (people: Record<string, string>, runs: [string, string][]): Authorship => ({
  people: Object.fromEntries(
    Object.entries(people).map(([id, delegation]) => [id, { name: `name of ${id}`, delegation }]),
  ),
  paragraphs: [
    {
      id: 'p' as Authorship['paragraphs'][number]['id'],
      label: '1',
      kind: 'operative',
      level: 0,
      dir: 'auto',
      runs: runs.map(([id, text]) => ({ text, by: by(id), at })),
    },
  ],
  deletions: [{ by: by('gone'), of: by('gone'), at, text: 'x', paragraph: null }],
});

describe('who wrote this', () => {
  it('U10: contributors stand by how much of the text is theirs; who only deleted stands last', () => {
    const list = contributorsOf(
      authorship({ a: 'A', b: 'B', gone: 'C' }, [
        ['a', 'one'],
        ['b', '𝒻our'],
        ['a', '😀'],
        ['b', '!'],
      ]),
    );
    expect(list.map(({ id, characters }) => [id, characters])).toEqual([
      ['b', 5],
      ['a', 4],
      ['gone', 0],
    ]);
  });

  it('U10: people of one delegation share a sign, delegations never do', () => {
    const people = Object.fromEntries(Array.from({ length: 48 }, (_, k) => [`p${k}`, `D${k}`]));
    const runs = Object.keys(people).map((id, k): [string, string] => [id, 'x'.repeat(60 - k)]);
    const list = contributorsOf(authorship({ ...people, twin: 'D3', gone: 'D0' }, [...runs, ['twin', 'x']]));
    const signs = new Map(list.map(({ delegation, sign }) => [delegation, `${sign.hue} ${sign.underline}`]));
    expect(new Set(signs.values()).size).toBe(48);
    expect(list.find(({ id }) => id === 'twin')?.sign).toEqual(list.find(({ id }) => id === 'p3')?.sign);
    expect(list.every(({ sign }) => sign.hue < HUES)).toBe(true);
    expect(new Set(list.map(({ sign }) => sign.letters)).size).toBe(48);
  });

  it('U10: neighbours in the legend differ in the underline as well as in the hue', () => {
    const people = Object.fromEntries(Array.from({ length: 30 }, (_, k) => [`p${k}`, `D${k}`]));
    const runs = Object.keys(people).map((id, k): [string, string] => [id, 'x'.repeat(60 - k)]);
    const signs = contributorsOf(authorship({ ...people, gone: 'D0' }, runs)).map(({ sign }) => sign);
    for (let k = 1; k < 30; k += 1) {
      expect(signs[k]?.underline).not.toBe(signs[k - 1]?.underline);
      expect(signs[k]?.hue).not.toBe(signs[k - 1]?.hue);
    }
  });
});
