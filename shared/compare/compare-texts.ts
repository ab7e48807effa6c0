import { type Ambiguous, findAmbiguous, linkBetweenNeighbours, linkExact, linkSimilar } from './align.ts';
import { type Candidates, findCandidates } from './candidates.ts';
import { ALGORITHM, type ComparableBlock, type Comparison, type ComparisonLimit } from './comparison.ts';
import { MAX_BLOCKS, MAX_CANDIDATES, MAX_TOTAL_STEPS } from './limits.ts';
import { linkRecorded } from './lineage.ts';
import { type Links, noLinks } from './links.ts';
import { linkSecondPartners } from './partners.ts';
import { type PreparedTexts, prepareTexts } from './prepare.ts';
import { linkRepeated } from './repeated.ts';
import { buildRow } from './row.ts';
import { type PlacedRow, placeRows } from './rows.ts';
import { findLabelChanges, summarise } from './summary.ts';
import { THRESHOLDS, type Thresholds } from './thresholds.ts';
import type { Budget } from './word-edits.ts';

/** The stages in their order; `onProgress` names the one that is done. */
export const STAGES = ['words', 'candidates', 'links', 'rows', 'differences', 'summary'] as const;
export type Stage = (typeof STAGES)[number];

export interface Progress {
  readonly stage: Stage;
  /** 0 to 1, over the whole comparison. Rises. */
  readonly done: number;
}

export interface CompareOptions {
  readonly onProgress?: (progress: Progress) => void;
  /** For measuring only: stored comparisons are made with the thresholds of their algorithm. */
  readonly thresholds?: Partial<Thresholds>;
}

/** Share of the time each stage is done at, measured on texts of 150 paragraphs. */
const DONE: Record<Stage, number> = {
  words: 0.2,
  candidates: 0.35,
  links: 0.45,
  rows: 0.5,
  differences: 0.98,
  summary: 1,
};

/** How often progress is told while rows are compared. */
const ROWS_PER_TICK = 50;

/**
 * What changed between two texts. Same texts, same answer: no clock, no randomness. Never throws on any text;
 * bounds that cut in are named in `limits`.
 */
export function compareTexts(
  from: readonly ComparableBlock[],
  to: readonly ComparableBlock[],
  options: CompareOptions = {},
): Comparison {
  const thresholds = { ...THRESHOLDS, ...options.thresholds };
  const tell = (stage: Stage, done = DONE[stage]): void => options.onProgress?.({ stage, done });
  const limits: ComparisonLimit[] = [];

  const texts = prepareTexts(from, to);
  tell('words');
  const links = noLinks(from.length, to.length);
  linkRecorded(from, to, texts, links, thresholds.secondPartnerCoverage);
  const ambiguous = findAmbiguous(texts, thresholds);
  linkExact(texts, links, ambiguous.old);
  const candidates = boundedCandidates(texts, links, thresholds, limits);
  tell('candidates');
  linkByContent(texts, links, candidates, ambiguous, thresholds);
  tell('links');
  const placed = placeRows(links, {
    old: (old) => texts.old[old]?.words.length ?? 0,
    new: (fresh) => texts.new[fresh]?.words.length ?? 0,
  });
  tell('rows');

  const budget: Budget = { steps: MAX_TOTAL_STEPS, cut: false };
  let coarse = 0;
  const rows = placed.map((place, at) => {
    if (at % ROWS_PER_TICK === 0)
      tell('differences', DONE.rows + ((DONE.differences - DONE.rows) * at) / placed.length);
    budget.cut = false;
    const row = buildRow(place, pick(from, place.from), pick(to, place.to), isRecorded(links, place), budget);
    if (budget.cut) coarse++;
    return row;
  });
  if (coarse > 0)
    limits.push({
      code: 'words',
      count: coarse,
      detail: 'Rows too long to compare word by word throughout; a stretch of them shows as replaced whole.',
    });
  tell('differences');
  const labels = findLabelChanges(rows);
  const summary = summarise(from, to, rows, labels);
  tell('summary');
  return {
    algorithm: ALGORITHM,
    from: { blocks: from.length },
    to: { blocks: to.length },
    rows,
    labels,
    limits,
    summary,
  };
}

const pick = (blocks: readonly ComparableBlock[], indexes: readonly number[]): ComparableBlock[] =>
  indexes.map((index) => blocks[index] as ComparableBlock);

const isRecorded = (links: Links, { from, to }: PlacedRow): boolean =>
  from.every((old) => to.every((fresh) => links.recorded.has(`${old}:${fresh}`)));

/** Blocks that one equal block explains to the last word need no candidates. */
function settledBlocks(texts: PreparedTexts, links: Links) {
  const equal = (old: number | undefined, fresh: number | undefined): boolean =>
    old !== undefined && fresh !== undefined && texts.old[old]?.key === texts.new[fresh]?.key;
  return {
    old: (old: number): boolean => equal(old, links.ofOld[old]?.[0]),
    new: (fresh: number): boolean => equal(links.ofNew[fresh]?.[0], fresh),
  };
}

function boundedCandidates(
  texts: PreparedTexts,
  links: Links,
  thresholds: Thresholds,
  limits: ComparisonLimit[],
): Candidates {
  const blocks = Math.max(texts.old.length, texts.new.length);
  if (blocks > MAX_BLOCKS) {
    limits.push({
      code: 'blocks',
      count: blocks,
      detail: `Texts of more than ${MAX_BLOCKS} blocks are linked by equal text and recorded ids alone.`,
    });
    return { pairs: [], cut: 0 };
  }
  const candidates = findCandidates(texts, settledBlocks(texts, links), thresholds.linkLeftOver);
  if (candidates.cut > 0)
    limits.push({
      code: 'candidates',
      count: candidates.cut,
      detail: `Blocks that resemble more than ${MAX_CANDIDATES} others; only the ${MAX_CANDIDATES} likeliest were measured.`,
    });
  return candidates;
}

/** Alike texts, then splits and merges, twice with falling demands; then repeated and short ones. */
function linkByContent(
  texts: PreparedTexts,
  links: Links,
  candidates: Candidates,
  ambiguous: Ambiguous,
  thresholds: Thresholds,
): void {
  for (const least of [thresholds.linkAnywhere, thresholds.linkLeftOver]) {
    linkSimilar(candidates, texts, links, ambiguous, thresholds, least);
    linkBetweenNeighbours(candidates, links, ambiguous, thresholds);
    linkSecondPartners(candidates, texts, links, thresholds);
  }
  linkRepeated(texts, links, thresholds.headingWords);
}
