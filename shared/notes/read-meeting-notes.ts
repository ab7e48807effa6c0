import { belongsTo } from './belongs.ts';
import { type Block, blocksOf } from './blocks.ts';
import { type CleanText, cleanText } from './clean-text.ts';
import type { Doubt, DoubtCode } from './doubt.ts';
import { type Draft, finished, newDraft } from './draft.ts';
import { readHead } from './head.ts';
import { headingOf } from './headings.ts';
import { type Meter, newMeter } from './meter.ts';
import { type Found, inSource, type Part, tile } from './parts.ts';
import { readParagraph } from './read-paragraph.ts';
import type { NotePart, ReadStatement } from './statement-reading.ts';

export interface MeetingNotes {
  readonly statements: readonly ReadStatement[];
  /** Every character of the source in exactly one part. */
  readonly parts: readonly Part<NotePart>[];
  /** Doubts about the notes themselves, such as their date. */
  readonly doubts: readonly Doubt[];
}

/** Whether the notes set speakers off by emphasis: then nothing else is taken for a speaker lightly. */
const emphasises = (clean: CleanText, blocks: readonly Block[]): boolean =>
  blocks.some(
    (block) =>
      block.emphasis !== null &&
      readHead(clean.text, { start: block.content, end: block.end }, block.emphasis, false)?.strong === true,
  );

const ENDS = /[.!?:;…)\]”"»>]\s*$/;

/**
 * Reads notes of a meeting: headings, and one statement for each time somebody is named as speaking. Takes any text and
 * never throws. Work grows with the length of the text; `meter` counts it.
 */
export function readMeetingNotes(source: string, meter: Meter = newMeter()): MeetingNotes {
  const clean = cleanText(source, meter);
  const { text } = clean;
  const blocks = blocksOf(clean, meter);
  const loose = !emphasises(clean, blocks);
  const found: Found<NotePart>[] = [];
  const links = new Set<string>();
  const doubts: Doubt[] = [];
  const drafts: Draft[] = [];
  let told: { meeting: string; session: string; date: string | null } = {
    meeting: '',
    session: '',
    date: null,
  };
  let current: Draft | null = null;
  let previous: Block | null = null;
  /** The paragraph before belongs to nobody. */
  let foreign = false;

  const noteDoubt = (code: DoubtCode, block: Block): void =>
    void doubts.push({ ...inSource(clean, block), code });
  for (const [n, block] of blocks.entries()) {
    const after = blocks[n + 1];
    const body = { start: block.content, end: block.end };
    let head = readHead(text, body, block.emphasis, loose);
    // A verb alone shows no speaker in the middle of a sentence that a line break parted.
    const goesOn: boolean =
      previous !== null && block.blankBefore === 0 && !ENDS.test(text.slice(previous.end - 5, previous.end));
    if (head !== null && !head.strong && goesOn && current !== null) head = null;
    if (head === null && after !== undefined && block.emphasis !== null && isNameAbove(text, block, after))
      head = ownLine(text, block);
    if (head !== null) {
      current = newDraft(head, block.content, told);
      drafts.push(current);
      foreign = false;
      found.push({ ...head.speaker, kind: 'speaker' });
      for (const span of head.standing) found.push({ ...span, kind: 'standing' });
      readParagraph({ clean, found, links, meter }, current, { start: head.end, end: block.end });
    } else {
      const nextBlank = after === undefined || after.blankBefore > 0 || after.emphasis !== null;
      const heading = headingOf(clean, block, nextBlank, current === null && drafts.length === 0);
      if (heading !== null) {
        found.push({
          start: block.start,
          end: block.end,
          kind: heading.name === '' && heading.date !== null ? 'date' : 'heading',
        });
        if (heading.date?.ambiguous) noteDoubt('date-ambiguous', block);
        const first = told.meeting === '';
        told = {
          meeting: first ? heading.name : told.meeting,
          session: first ? '' : heading.name || told.session,
          date: heading.date?.day ?? told.date,
        };
        if (heading.name !== '' || heading.date !== null) current = null;
      } else if (current !== null && belongsTo(text, block, current, foreign ? null : previous)) {
        readParagraph({ clean, found, links, meter }, current, body);
        foreign = false;
      } else foreign = true;
    }
    previous = block;
  }
  const only = links.size === 1 ? ([...links][0] as string) : null;
  return {
    statements: drafts.map((draft) => finished(clean, draft, only)),
    parts: tile(clean, found),
    doubts,
  };
}

/** A name in emphasis alone on its line with a quotation below it. */
function isNameAbove(text: string, block: Block, after: Block): boolean {
  const rest = text.slice(block.emphasis?.end ?? block.end, block.end);
  return (
    block.lines === 1 && /^\W*$/.test(rest) && /^["“„«‘]/.test(text.slice(after.content, after.content + 1))
  );
}

function ownLine(text: string, block: Block): ReturnType<typeof readHead> {
  const printed = text.slice(block.content, block.end).replace(/[\s:.]+$/, '');
  const speaker = { start: block.content, end: block.content + printed.length };
  const spokenFor = { onBehalfOf: [], alsoOnBehalfOf: [], alignsWith: [], except: [] };
  return {
    speaker,
    name: printed,
    spokenFor,
    standing: [],
    end: block.end,
    rule: 'name-on-own-line',
    strong: true,
    doubts: ['speaker-on-own-line'],
  };
}
