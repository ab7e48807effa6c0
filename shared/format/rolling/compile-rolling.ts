import type { AgreementStatus } from '../../model/disposition.ts';
import type { ParagraphId } from '../../model/ids.ts';
import type { LabelledParagraph } from '../../model/paragraph.ts';
import type { RollingNote, RollingParagraph, RollingStatus, RollingText } from '../../model/rolling.ts';
import { atOnce, mapInSteps, type Steps } from '../../model/steps.ts';
import { alternativesOf, insertedLabels, unplacedParagraphs, wordingParagraphs } from './alternatives.ts';
import { combine, type InlineChange, inlinePieces, isSmall } from './inline.ts';
import { nameOf, noteOf } from './notes.ts';
import type { OpenChange, RollingSource } from './open-change.ts';
import { signsOf } from './signs.ts';
import { wordChanges } from './word-changes.ts';

/** Statuses under which the brackets of a paragraph are removed (UN Editorial Manual: once agreement has been reached). */
const AGREED: readonly AgreementStatus[] = ['agreed-ad-referendum', 'agreed'];

/**
 * Compiles text and open proposals as a United Nations rolling text (docs/spec.md, L): small changes stand inside the
 * paragraph in attributed brackets as long as they do not collide; everything else is an alternative of the whole
 * paragraph, which then stands in brackets itself. Pure: the same text and proposals always give the same compilation.
 */
export const compileRolling = (source: RollingSource): RollingText => atOnce(compileRollingSteps(source));

/** A paragraph a step. */
export function* compileRollingSteps(source: RollingSource): Steps<RollingText> {
  const known = new Map(
    source.paragraphs.map((paragraph) => [paragraph.id as ParagraphId | null, paragraph]),
  );
  const byParagraph = new Map<ParagraphId | null, OpenChange[]>();
  const unplaced: OpenChange[] = [];
  for (const change of source.changes) {
    const placed =
      known.has(change.paragraph) || (change.paragraph === null && change.act === 'insert-after');
    if (!placed) unplaced.push(change);
    else byParagraph.set(change.paragraph, [...(byParagraph.get(change.paragraph) ?? []), change]);
  }
  const labels = insertedLabels(source.paragraphs, byParagraph);
  const insertions = (paragraph: ParagraphId | null): RollingParagraph[] => [
    ...arrivals(source, paragraph, known),
    ...(byParagraph.get(paragraph) ?? [])
      .filter(({ act }) => act === 'insert-after')
      .flatMap((change) =>
        wordingParagraphs(change, 'insertion', known.get(paragraph), labels.get(change.change)),
      ),
  ];
  const each = yield* mapInSteps(source.paragraphs, (paragraph) => [
    ...compiled(paragraph, byParagraph.get(paragraph.id) ?? [], statusOf(source, paragraph), known),
    ...insertions(paragraph.id),
  ]);
  const paragraphs = [...insertions(null), ...each.flat()];
  const lost = unplaced.flatMap(unplacedParagraphs);
  const count = (status: AgreementStatus): number =>
    source.paragraphs.filter(({ id }) => (source.statuses.get(id)?.status ?? 'open') === status).length;
  return {
    paragraphs,
    unplaced: lost,
    signs: signsOf([...paragraphs, ...lost]),
    counts: {
      paragraphs: source.paragraphs.length,
      proposals: new Set(source.changes.map(({ proposal }) => proposal)).size,
      bracketed: paragraphs.filter(
        ({ role, opens, pieces }) => role === 'text' && (opens || pieces.some(({ kind }) => kind !== 'text')),
      ).length,
      status: {
        open: count('open'),
        'suggested-for-closure': count('suggested-for-closure'),
        'agreed-ad-referendum': count('agreed-ad-referendum'),
        agreed: count('agreed'),
      },
    },
  };
}

function statusOf({ statuses }: RollingSource, { id, text }: LabelledParagraph): RollingStatus | null {
  const row = statuses.get(id);
  if (row === undefined || row.status === 'open') return null;
  return { status: row.status, date: row.by.at, changedSince: row.text !== text };
}

/** A paragraph as it stands with everything that is proposed on it. */
function compiled(
  paragraph: LabelledParagraph,
  changes: readonly OpenChange[],
  status: RollingStatus | null,
  known: ReadonlyMap<ParagraphId | null, LabelledParagraph>,
): RollingParagraph[] {
  const on = changes.filter(({ act }) => act !== 'insert-after');
  const own = (more: Partial<RollingParagraph>): RollingParagraph => ({
    role: 'text',
    paragraph: paragraph.id,
    kind: paragraph.kind,
    level: paragraph.level,
    dir: paragraph.dir,
    label: paragraph.label,
    opens: false,
    closes: false,
    by: null,
    change: null,
    amends: null,
    needsALook: false,
    pieces: paragraph.runs.length === 0 ? [] : [{ kind: 'text', runs: paragraph.runs }],
    notes: [],
    status,
    ...more,
  });
  if (status !== null && AGREED.includes(status.status) && !status.changedSince)
    return [own({ notes: on.map(({ by }) => ({ kind: 'outstanding', by })) })];
  const { inline, full } = sorted(paragraph, on);
  const notes = on.flatMap((change) => noteOf(change, (id) => nameOf(known.get(id))));
  const bracketed = full.length > 0 || notes.some(({ kind }) => kind === 'delete');
  return [
    own({ opens: bracketed, closes: bracketed, pieces: inlinePieces(paragraph.runs, inline), notes }),
    ...alternativesOf(paragraph, full),
  ];
}

/** Which other wording is read inside the paragraph, and which as an alternative. */
function sorted(paragraph: LabelledParagraph, changes: readonly OpenChange[]) {
  const small: (InlineChange & { readonly change: OpenChange })[] = [];
  for (const change of changes) {
    const [wording, ...more] = change.wording;
    if (change.act !== 'replace' || change.needsALook || change.amends !== null) continue;
    if (wording === undefined || more.length > 0) continue;
    if (wording.kind !== paragraph.kind || wording.level !== paragraph.level) continue;
    const words = wordChanges(paragraph.runs, wording.runs);
    const after = wording.runs.map(({ text }) => text).join('');
    if (words !== null && isSmall(words, paragraph.text, after))
      small.push({ change, by: change.by, changes: words });
  }
  const { inline } = combine(small);
  const shown = new Set(inline.map(({ change }) => change));
  return { inline, full: changes.filter((change) => change.act === 'replace' && !shown.has(change)) };
}

/** What stands behind a paragraph because somebody would move another one there. */
function arrivals(
  { changes, paragraphs }: RollingSource,
  at: ParagraphId | null,
  known: ReadonlyMap<ParagraphId | null, LabelledParagraph>,
): RollingParagraph[] {
  const here = changes.filter(
    ({ act, after, paragraph }) => act === 'move' && after === at && known.has(paragraph),
  );
  const near = known.get(at) ?? paragraphs[0];
  if (here.length === 0 || near === undefined) return [];
  const notes: RollingNote[] = here.map(({ by, paragraph }) => ({
    kind: 'move-here',
    by,
    label: nameOf(known.get(paragraph)),
  }));
  const bare = { opens: false, closes: false, by: null, change: null, amends: null, needsALook: false };
  return [
    {
      ...bare,
      role: 'note',
      paragraph: at,
      kind: 'plain',
      level: 0,
      dir: near.dir,
      label: '',
      pieces: [],
      notes,
      status: null,
    },
  ];
}
