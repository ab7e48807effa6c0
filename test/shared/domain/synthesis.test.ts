import { describe, expect, it } from 'vitest';
import { synthesise } from '../../../shared/domain/synthesis.ts';
import { synthesisBlocks, synthesisName } from '../../../shared/format/report/synthesis-blocks.ts';
import type {
  CommentId,
  DelegationId,
  DocumentId,
  ProposalId,
  VersionId,
} from '../../../shared/model/ids.ts';
import type { Constituency, Delegation, Region } from '../../../shared/model/participant.ts';
import { line } from '../format/rolling/sketch.ts';
import { at, comment, disposition, NO_ROWS, proposal, rowsOf, signed } from './register-sketch.ts';

const delegation = (
  id: string,
  constituency: Constituency | null,
  region: Region | null = null,
): Delegation => ({
  id: id as DelegationId,
  documentId: 'd' as DocumentId,
  name: `Delegation ${id.toUpperCase()}`,
  constituency,
  region,
});
const version = (name: string, minute: number) => ({ id: name as VersionId, name, publishedAt: at(minute) });

const source = {
  rows: {
    ...NO_ROWS,
    comment: rowsOf(
      comment('early', 'p7', { by: signed('a', 9) }),
      comment('taken', 'p7', { by: signed('a', 11) }),
      comment('refused', 'p8', { by: signed('b', 12) }),
      comment('open', null, { by: signed('a', 13) }),
      comment('gone', 'p8', { by: signed('a', 14), withdrawnAt: at(15) }),
      comment('note', 'p8', { by: signed('c', 14), visibility: 'delegation' }),
      comment('late', 'p8', { by: signed('c', 21) }),
    ),
    proposal: rowsOf(proposal('part', 'p8', { by: signed('b', 20) })),
    disposition: rowsOf(
      disposition({ noun: 'comment', id: 'taken' as CommentId }, { decision: 'accepted', reason: '' }),
      disposition(
        { noun: 'comment', id: 'refused' as CommentId },
        { decision: 'not-accepted', reason: 'No mandate' },
      ),
      disposition(
        { noun: 'proposal', id: 'part' as ProposalId },
        { decision: 'accepted-in-part', reason: 'Half.' },
      ),
    ),
    group: new Map(),
  },
  delegations: new Map(
    [
      delegation('a', 'government', 'african'),
      delegation('b', 'civil-society'),
      delegation('c', 'academia'),
      delegation('e', 'government', 'weog'),
      delegation('f', null),
    ].map((each) => [each.id as string, each]),
  ),
  paragraphs: [line('7', 'We decide.'), line('IV', 'Rights', 'heading'), line('8', 'We invite.')],
};
const done = synthesise(source, {
  version: version('Revision 1', 20),
  previous: version('Zero draft', 10),
  to: at(20),
});

describe('synthesis of a version', () => {
  it('O22: holds what was received after the version before and until its own publication', () => {
    expect(done.tally).toEqual({
      received: 5,
      accepted: 1,
      'accepted-in-part': 1,
      'not-accepted': 1,
      noted: 0,
      deferred: 0,
      'out-of-scope': 0,
      duplicate: 0,
      undecided: 1,
      withdrawn: 1,
    });
    const now = synthesise(source, { version: null, previous: version('Revision 1', 20), to: at(99) });
    expect(now.tally.received).toBe(1);
    expect(synthesisName(now)).toBe('Inputs received after Revision 1 and until now');
    const first = synthesise(source, { version: version('Zero draft', 10), previous: null, to: at(10) });
    expect([first.tally.received, synthesisName(first)]).toEqual([1, 'Inputs received up to Zero draft']);
  });

  it('O23: says from whom by constituency and region, and who was silent', () => {
    expect(
      done.constituencies.map(({ kind, delegations, silent, tally }) => [
        kind,
        delegations,
        silent,
        tally.received,
      ]),
    ).toEqual([
      ['government', ['a'], ['e'], 3],
      ['civil-society', ['b'], [], 2],
      ['academia', [], ['c'], 0],
      ['none', [], ['f'], 0],
    ]);
    expect(done.regions.map(({ kind, silent }) => [kind, silent])).toEqual([
      ['african', []],
      ['weog', ['e']],
    ]);
    expect(done.silentConstituencies).toEqual([
      'private-sector',
      'technical-community',
      'academia',
      'international-organisation',
    ]);
  });

  it('O24: goes by section and paragraph', () => {
    expect(
      done.sections.map(({ title, tally, paragraphs }) => [
        title,
        tally.received,
        paragraphs.map(({ label, lines }) => [label, lines.map(({ id }) => id)]),
      ]),
    ).toEqual([
      [
        '',
        2,
        [
          ['', ['comment.open']],
          ['7', ['comment.taken']],
        ],
      ],
      ['Rights', 3, [['8', ['comment.refused', 'comment.gone', 'proposal.part']]]],
    ]);
  });

  it('O24: is read as what was taken up, what was not and why, and what has no decision', () => {
    const words = synthesisBlocks(done).flatMap((block) => (block.kind === 'table' ? [] : [block]));
    const texts = words.map((block) =>
      block.kind === 'item' ? `${block.by} | ${block.text} | ${block.outcome}` : block.text,
    );
    expect(texts[0]).toBe(
      '5 inputs were received from 2 delegations: 2 were taken up, 1 of them in part; 1 was decided otherwise; 1 has no decision; 1 was withdrawn.',
    );
    const from = texts.indexOf('Paragraph 8');
    expect(texts.slice(from)).toEqual([
      'Paragraph 8',
      'We invite.',
      'Taken up (1)',
      'Delegation B (Civil society), proposal | why part\n8: delete | Accepted in part: Half.',
      'Decided otherwise (1)',
      'Delegation B (Civil society), comment | words of refused | Not accepted: No mandate.',
    ]);
    expect(texts).toContain('Delegations that sent nothing: Delegation E, Delegation C.');
  });
});
