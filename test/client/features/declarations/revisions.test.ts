import { describe, expect, it } from 'vitest';
import { declarationEvents } from '../../../../client/features/declarations/card/revisions.ts';
import type { Declaration } from '../../../../shared/model/declaration.ts';
import type {
  DelegationId,
  DocumentId,
  IsoTime,
  ParagraphId,
  VersionId,
} from '../../../../shared/model/ids.ts';
import type { RegisterEntry } from '../../../../shared/model/register.ts';

const minute = (n: number) => `2026-10-01T09:0${n}:00.000Z` as IsoTime;
const filed = {
  id: 'x',
  documentId: 'd' as DocumentId,
  kind: 'reservation',
  holder: { noun: 'delegation', id: 'a' as DelegationId },
  joined: [],
  version: 'v9' as VersionId,
  objects: [{ on: 'paragraph', paragraph: '12' as ParagraphId, label: '12' }],
  statement: { language: 'en', text: 'We reserve on 12.' },
  original: null,
  grounds: [],
  recording: null,
  written: null,
  filed: 'before-adoption',
  correctedAt: null,
  withdrawnAt: null,
  by: { participantId: 'p', delegationId: 'a', onBehalfOf: null, at: minute(0) },
} as unknown as Declaration;
const joining = { delegationId: 'b' as DelegationId, except: ['12' as ParagraphId], at: minute(1) };
const revisions: readonly Declaration[] = [
  filed,
  { ...filed, joined: [joining] },
  {
    ...filed,
    joined: [joining],
    kind: 'dissociation',
    objects: [{ on: 'term', term: 'gender' }],
    statement: { language: 'en', text: 'We dissociate from it.' },
    original: { language: 'fr', text: 'Nous nous dissocions.' },
    correctedAt: minute(2),
  },
];
const last = revisions[2] as Declaration;
const entries = [...revisions, { ...last, joined: [] }, { ...last, joined: [], withdrawnAt: minute(4) }].map(
  (row, k) =>
    ({ noun: 'declaration', id: 'x', revision: k + 1, at: minute(k), row }) as unknown as RegisterEntry,
);

describe('the history of a declaration', () => {
  it('U197: newest first, each act once, with its time', () => {
    expect(declarationEvents(entries).map(({ what, at }) => [what, at])).toEqual([
      ['withdrawn', minute(4)],
      ['left', minute(3)],
      ['corrected', minute(2)],
      ['joined', minute(1)],
      ['filed', minute(0)],
    ]);
  });

  it('U197: a correction is told as a comparison of its words, from which both can be read', () => {
    const event = declarationEvents(entries)[2];
    if (event?.what !== 'corrected') throw new Error('no correction');
    expect(event.kind).toBe('dissociation');
    expect(event.added).toEqual([{ on: 'term', term: 'gender' }]);
    expect(event.removed.map(({ on }) => on)).toEqual(['paragraph']);
    const [statement, original] = event.words;
    const side = (sign: string) =>
      statement?.words.flatMap(([of, text]) => (of === '=' || of === sign ? [text] : [])).join('');
    expect([side('-'), side('+')]).toEqual(['We reserve on 12.', 'We dissociate from it.']);
    expect(original).toMatchObject({ of: 'original', language: 'fr', shownIn: 'fr' });
  });
});
