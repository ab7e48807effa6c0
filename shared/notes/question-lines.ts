import type { Line } from './clean-text.ts';
import type { DoubtCode } from './doubt.ts';

/** A numbered question: the lines it stands on. */
export interface QuestionLines {
  readonly number: number;
  readonly first: number;
  /** Last line of the question. */
  readonly last: number;
  /** Characters of its label: `3.`, `Q3:`. */
  readonly label: number;
  readonly doubts: readonly DoubtCode[];
}

interface Candidate {
  readonly number: number;
  readonly first: number;
  readonly last: number;
  readonly label: number;
  readonly asks: boolean;
  readonly apart: boolean;
}

const LABEL = /^\s*(?:question\s+|Q\s?)?(\d{1,3})\s?[.):–-](?!\d)\s*(?=\S)/i;
/** Lines a question may run over. */
const LONGEST = 12;

/** Lines that begin with a number, with where the question would end. */
function candidates(words: readonly string[]): Candidate[] {
  const found: Candidate[] = [];
  for (const [first, line] of words.entries()) {
    const label = LABEL.exec(line.slice(0, 40));
    if (label === null) continue;
    let last = first;
    let asks = false;
    for (let n = first; n < words.length && n < first + LONGEST; n += 1) {
      const text = words[n] as string;
      if (text.trim() === '' || (n > first && LABEL.test(text.slice(0, 40)))) break;
      last = n;
      if (/\?["”»)\s]*$/.test(text.slice(-20))) {
        asks = true;
        break;
      }
    }
    found.push({
      number: Number(label[1]),
      first,
      last,
      label: label[0].length,
      asks,
      apart: first === 0 || (words[first - 1] as string).trim() === '',
    });
  }
  return found;
}

/**
 * The questions among lines that begin with a number: numbers rise, and a question asks, or else stands apart and is
 * the next one. Numbered lists in answers are none.
 */
export function questionLines(words: readonly string[]): QuestionLines[] {
  const all = candidates(words);
  /** The last line at which a number asks. */
  const asking = new Map<number, number>();
  for (const { number, first, asks } of all) if (asks) asking.set(number, first);
  const questions: QuestionLines[] = [];
  let reached = 0;
  for (const { number, first, last, label, asks, apart } of all) {
    const next = number === reached + 1;
    const laterSame = (asking.get(number) ?? -1) > first;
    const laterNext = (asking.get(reached + 1) ?? -1) > first;
    if (number <= reached || (!asks && (!next || !apart || laterSame)) || (!next && laterNext)) continue;
    const doubts: DoubtCode[] = [];
    if (!asks) doubts.push('question-without-mark');
    if (!next) doubts.push('numbers-skipped');
    questions.push({ number, first, last, label, doubts });
    reached = number;
  }
  return questions;
}

export const lineWords = (text: string, lines: readonly Line[]): string[] =>
  lines.map(({ start, end }) => text.slice(start, end));
