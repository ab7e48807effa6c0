import { describe, expect, it } from 'vitest';
import { compileRolling } from '../../../../shared/format/rolling/compile-rolling.ts';
import { isOpen, openChanges } from '../../../../shared/format/rolling/open-changes.ts';
import { printRollingParagraph } from '../../../../shared/format/rolling/print-text.ts';
import type { ParagraphId, ProposalId } from '../../../../shared/model/ids.ts';
import type { ProposedChange } from '../../../../shared/model/proposal.ts';
import { at, disposition, proposal, signed } from '../../domain/register-sketch.ts';
import { line, wording } from './sketch.ts';

const names = {
  delegations: new Map([
    ['a', { name: 'A' }],
    ['b', { name: 'B' }],
  ]),
  groups: new Map(),
};
const BASE = 'We invite the Secretary to report on progress made.';
const replace = (from: string, to: string): ProposedChange => ({
  id: `${from} ${to}` as never,
  act: 'replace',
  paragraph: 'p12' as ParagraphId,
  base: { label: '12', kind: 'operative', level: 0, runs: [{ text: from }] },
  wording: [wording(to)],
  after: null,
});
const rolled = (now: string, ...proposals: Parameters<typeof openChanges>[0]) => {
  const paragraphs = [line('12', now)];
  const changes = openChanges(proposals, paragraphs, names, at(5));
  return compileRolling({ paragraphs, changes, statuses: new Map() }).paragraphs.map(printRollingParagraph);
};

describe('open changes', () => {
  const annually = proposal('p', '12', {
    changes: [replace(BASE, 'We invite the Secretary to report annually on progress made.')],
  });

  it('L10: wording is carried over to the text as it stands', () => {
    expect(rolled('We strongly invite the Secretary to report on progress made.', annually)).toEqual([
      '12. We strongly invite the Secretary to report [A: annually] on progress made.',
    ]);
  });

  it('L10: where it cannot be, it stands whole and says so', () => {
    expect(rolled('We invite the Secretary to be silent on progress made.', annually)[1]).toBe(
      '12 alt [A: (proposed on earlier wording) We invite the Secretary to report annually on progress made.]',
    );
  });

  it('L10: what the text says already is no proposal any more', () => {
    const now = 'We invite the Secretary to report annually on progress made.';
    expect(rolled(now, annually)).toEqual([`12. ${now}`]);
  });

  it('L12: an amendment to an amendment stands beside it', () => {
    const whole = proposal('p', '12', { changes: [replace(BASE, 'Nothing.')] });
    const amending = proposal('q', '12', {
      by: signed('b'),
      amends: 'p' as ProposalId,
      changes: [replace('Nothing.', 'Nothing at all.')],
    });
    expect(rolled(BASE, whole, amending).slice(1)).toEqual([
      '12 alt.1 [A: Nothing.]',
      '12 alt.2 [B, amending A: Nothing at all.]',
    ]);
  });

  it('L13: open is what is public, stands, and is not decided, or deferred', () => {
    const on = { noun: 'proposal', id: 'p' as ProposalId } as const;
    expect(isOpen(annually, undefined)).toBe(true);
    expect(isOpen(annually, disposition(on, { decision: 'deferred' }))).toBe(true);
    expect(isOpen(annually, disposition(on, { decision: 'not-accepted' }))).toBe(false);
    expect(isOpen({ ...annually, withdrawnAt: at(1) }, undefined)).toBe(false);
    expect(isOpen({ ...annually, visibility: 'delegation' }, undefined)).toBe(false);
  });
});
