import type { Marks, Run } from '../../model/paragraph.ts';
import { unreachable } from '../../model/result.ts';
import type {
  Attribution,
  RollingNote,
  RollingParagraph,
  RollingPiece,
  RollingStatus,
} from '../../model/rolling.ts';

/**
 * What a stretch of a printed paragraph is: words of the text, words somebody would delete or insert, a bracket, who
 * wants it, or what is said of it. Whatever a printer does with it, the words and brackets alone tell everything.
 */
export type SpanTone = 'text' | 'struck' | 'inserted' | 'bracket' | 'by' | 'said';

export interface RollingSpan {
  readonly tone: SpanTone;
  readonly text: string;
  readonly marks: Marks;
}

const plain = (tone: SpanTone, text: string): RollingSpan => ({ tone, text, marks: {} });
const worded = (tone: SpanTone, runs: readonly Run[]): RollingSpan[] =>
  runs.map(({ text, ...marks }) => ({ tone, text, marks }));

/** `[Delegation A: delete]` */
const verdict = (by: Attribution, said: string): RollingSpan[] => [
  plain('text', ' '),
  plain('bracket', '['),
  plain('by', by.names),
  plain('said', `: ${said}`),
  plain('bracket', ']'),
];

/** A paragraph as it is printed, behind its label. */
export function spansOf(paragraph: RollingParagraph): RollingSpan[] {
  const { opens, closes, by, amends, needsALook, pieces, notes, status } = paragraph;
  return [
    ...(opens ? [plain('bracket', '[')] : []),
    ...(by === null
      ? []
      : [plain('by', by.names), plain('said', amends === null ? ': ' : `, amending ${amends.names}: `)]),
    ...(needsALook ? [plain('said', '(proposed on earlier wording) ')] : []),
    ...pieces.flatMap(pieceSpans),
    ...(closes ? [plain('bracket', ']')] : []),
    ...notes.flatMap(noteSpans),
    ...(status === null ? [] : [plain('said', ` (${statusWords(status)})`)]),
  ];
}

function pieceSpans(piece: RollingPiece): RollingSpan[] {
  switch (piece.kind) {
    case 'text':
      return worded('text', piece.runs);
    case 'struck': {
      const { lead, core, trail } = spaced(piece.runs);
      const after = piece.deletedBy.flatMap((by) => verdict(by, 'delete'));
      return [
        ...lead,
        plain('bracket', '['),
        ...worded('struck', core),
        plain('bracket', ']'),
        ...after,
        ...trail,
      ];
    }
    case 'inserted': {
      const { lead, core, trail } = spaced(piece.runs);
      const by = [plain('bracket', '['), plain('by', piece.by.names), plain('said', ': ')];
      return [...lead, ...by, ...worded('inserted', core), plain('bracket', ']'), ...trail];
    }
    default:
      return unreachable(piece);
  }
}

/** Spaces at the ends of bracketed words are printed outside the brackets. */
function spaced(runs: readonly Run[]): {
  readonly lead: RollingSpan[];
  readonly core: readonly Run[];
  readonly trail: RollingSpan[];
} {
  const text = runs.map((run) => run.text).join('');
  const lead = /^\s*/u.exec(text)?.[0] ?? '';
  const trail = lead.length === text.length ? '' : (/\s*$/u.exec(text)?.[0] ?? '');
  let at = 0;
  const core = runs.flatMap((run) => {
    const start = Math.max(0, lead.length - at);
    const end = Math.max(start, Math.min(run.text.length, text.length - trail.length - at));
    at += run.text.length;
    return start < end ? [{ ...run, text: run.text.slice(start, end) }] : [];
  });
  const space = (gap: string): RollingSpan[] => (gap === '' ? [] : [plain('text', gap)]);
  return { lead: space(lead), core, trail: space(trail) };
}

const earlier = (note: { readonly earlier: boolean }): string =>
  note.earlier ? ' (proposed on earlier wording)' : '';

function noteSpans(note: RollingNote): RollingSpan[] {
  switch (note.kind) {
    case 'delete':
    case 'retain':
      return verdict(note.by, note.kind + earlier(note));
    case 'move': {
      const where = note.after === null ? 'move to the beginning' : `move to after ${note.after}`;
      return verdict(note.by, where + earlier(note));
    }
    case 'move-here':
      return verdict(note.by, `${note.label} here`).slice(1);
    case 'outstanding':
      return verdict(note.by, 'proposal without decision');
    default:
      return unreachable(note);
  }
}

const STATUS_WORDS = {
  'suggested-for-closure': 'suggested for closure',
  'agreed-ad-referendum': 'agreed ad ref.',
  agreed: 'agreed',
} as const;

/** `agreed ad ref., 2026-10-03; changed since` */
export const statusWords = ({ status, date, changedSince }: RollingStatus): string =>
  `${STATUS_WORDS[status]}, ${date.slice(0, 10)}${changedSince ? '; changed since' : ''}`;
