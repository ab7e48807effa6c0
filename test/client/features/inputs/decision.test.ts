import { describe, expect, it } from 'vitest';
import { lackOf, openDecisions } from '../../../../client/features/inputs/decision-check.ts';
import { decisionShelf, EMPTY_DECISION } from '../../../../client/features/inputs/decision-shelf.ts';
import { wantedProblem } from '../../../../shared/domain/disposition.ts';
import { DECISIONS } from '../../../../shared/model/disposition.ts';
import type { CommentId } from '../../../../shared/model/ids.ts';

const comment = { on: { noun: 'comment' as const, id: 'c' as CommentId }, withdrawn: false };
const proposal = { on: { noun: 'proposal' as const, id: 'p' as never }, withdrawn: false };

describe('a decision being written', () => {
  it('U114: what it lacks is said before it is sent, as the server would', () => {
    for (const decision of DECISIONS)
      for (const reason of ['', ' ', 'so'])
        for (const duplicateOf of [null, comment.on]) {
          const draft = { ...EMPTY_DECISION, decision, reason, duplicateOf };
          if (decision !== 'duplicate' && duplicateOf !== null) continue;
          expect(lackOf(draft) === null).toBe(wantedProblem({ ...draft, decision }) === null);
        }
    expect(lackOf(EMPTY_DECISION)).toBe('needsDecision');
  });

  it('U114: a proposal is not accepted here, and what was withdrawn is noted', () => {
    expect(openDecisions([comment])).toEqual(DECISIONS);
    expect(openDecisions([comment, proposal])).not.toContain('accepted');
    expect(openDecisions([comment, proposal])).not.toContain('accepted-in-part');
    expect(openDecisions([{ ...comment, withdrawn: true }, comment])).toEqual(['noted']);
  });

  const storage = () => {
    const kept = new Map<string, string>();
    return {
      kept,
      getItem: (name: string) => kept.get(name) ?? null,
      setItem: (name: string, value: string) => void kept.set(name, value),
      removeItem: (name: string) => void kept.delete(name),
    };
  };

  it('U114: a draft stays on the device, apart for each person and each input, until it is dropped', () => {
    const device = storage();
    const mine = decisionShelf('d' as never, 'me' as never, device);
    const theirs = decisionShelf('d' as never, 'you' as never, device);
    const draft = { ...EMPTY_DECISION, reason: 'not yet sure' };
    expect(mine.keep('comment.c', draft)).toBe(true);
    expect(mine.read('comment.c')).toEqual(draft);
    expect(mine.read('many')).toBeNull();
    expect(theirs.read('comment.c')).toBeNull();
    mine.drop('comment.c');
    expect(mine.read('comment.c')).toBeNull();
  });

  it('U114: a device that keeps nothing, or kept rubbish, is told of and breaks nothing', () => {
    const full = {
      ...storage(),
      setItem: () => {
        throw new Error('full');
      },
      getItem: () => '{',
    };
    const shelf = decisionShelf('d' as never, 'me' as never, full);
    expect(shelf.keep('many', EMPTY_DECISION)).toBe(false);
    expect(shelf.read('many')).toBeNull();
  });
});
