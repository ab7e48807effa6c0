import { checkAnchor, checkLiveAnchor, pointedAt } from '../../shared/anchor/check-anchor.ts';
import { indexText } from '../../shared/anchor/indexed-text.ts';
import { indexLive, type LiveText } from '../../shared/anchor/live-text.ts';
import { makeAnchor } from '../../shared/anchor/make-anchor.ts';
import { relativeRange } from '../../shared/anchor/relative.ts';
import type { AskedAnchor } from '../../shared/api/asked-anchor.ts';
import { frozenBy } from '../../shared/domain/version.ts';
import type { Anchor, AnchoredText } from '../../shared/model/anchor.ts';
import type { DocumentId } from '../../shared/model/ids.ts';
import { type Problem, problem } from '../../shared/model/problem.ts';
import { fail, ok, type Result } from '../../shared/model/result.ts';
import { labelParagraphs } from '../../shared/text/labels.ts';
import { TEXT_NAME } from '../../shared/text/marker.ts';
import { readParagraphs } from '../../shared/text/read.ts';
import type { CommandContext } from './context.ts';

/**
 * An anchor made anew from the text that it names: label and context are the text's, and the quoted words stand there.
 * Reads the text before any transaction; whether the sender may see it is the command's to ask. `under`: where the
 * anchor stands in the request's body.
 */
export async function stand(
  context: CommandContext,
  documentId: DocumentId,
  asked: AskedAnchor,
  under: 'on.' | '',
): Promise<Result<Anchor, Problem>> {
  const torn = tornWords(asked);
  if (torn !== null) return fail(inside(torn, under));
  const made =
    asked.text === 'working'
      ? await standLive(context, documentId, asked)
      : await standOnVersion(context, documentId, asked);
  return made.ok ? made : fail(inside(made.error, under));
}

/** Offsets must hold the quoted words, wherever those stand now. */
function tornWords(asked: AskedAnchor): Problem | null {
  if (asked.scope !== 'words' || asked.end - asked.start === asked.quote.exact.length) return null;
  const said = 'must stand as far behind the start as the quoted words are long';
  return problem('invalid-fields', `anchor.end: ${said}`, [{ field: 'anchor.end', problem: said }]);
}

/** As the anchor checks want it: what was left out is empty. */
function whole(asked: AskedAnchor, text: AnchoredText): Anchor {
  if (asked.scope === 'text') return { scope: 'text', text };
  const quote = asked.quote ?? { exact: '', prefix: '', suffix: '' };
  return { ...asked, text, label: '', quote } as Anchor;
}

async function standOnVersion(
  { store }: CommandContext,
  documentId: DocumentId,
  asked: AskedAnchor,
): Promise<Result<Anchor, Problem>> {
  const { versions } = store.rows;
  const version =
    asked.text === 'latest'
      ? await versions.latest(documentId)
      : await versions.find(documentId, asked.text as never);
  if (version === null) {
    const said = 'is no version of this document';
    return fail(problem('invalid-fields', `anchor.text: ${said}`, [{ field: 'anchor.text', problem: said }]));
  }
  const text = indexText(version.paragraphs);
  const anchor = whole(asked, version.id);
  // A tool that points at a paragraph need not repeat its words.
  const unquoted = asked.scope === 'paragraph' && asked.quote === undefined;
  return unquoted ? makeAnchor(version.id, text, pointedAt(anchor)) : checkAnchor(anchor, text);
}

async function standLive(
  { store, workingTexts }: CommandContext,
  documentId: DocumentId,
  asked: AskedAnchor,
): Promise<Result<Anchor, Problem>> {
  const latest = await store.rows.versions.latest(documentId);
  const copy = await workingTexts.clone(documentId);
  try {
    const text = copy.getText(TEXT_NAME);
    const labelled = labelParagraphs(readParagraphs(text), frozenBy(latest));
    const live = indexLive(text, new Map(labelled.map(({ id, label }) => [id, label])));
    const anchor = whole(asked, 'working');
    // Others may be typing in it at this moment: a whole paragraph is taken as it stands when the comment arrives.
    return asked.scope === 'words'
      ? onLiveWords(anchor, live)
      : makeAnchor('working', live, pointedAt(anchor));
  } finally {
    copy.destroy();
  }
}

/**
 * Words where they stand now, wherever they went meanwhile; else where the offsets say, if the very words stand there.
 * Without relative positions and context nothing tells where words went: then the offsets alone count.
 */
function onLiveWords(anchor: Anchor, live: LiveText): Result<Anchor, Problem> {
  if (anchor.scope !== 'words') throw new Error('not on words');
  const { relative, quote } = anchor;
  const traceable = relative !== null || quote.prefix !== '' || quote.suffix !== '';
  const followed = traceable ? checkLiveAnchor(anchor, live) : null;
  if (followed?.ok) return followed;
  const unmoved = checkAnchor(anchor, live);
  if (!unmoved.ok || unmoved.value.scope !== 'words') return followed ?? unmoved;
  const { paragraph, start, end } = unmoved.value;
  return ok({ ...unmoved.value, relative: relativeRange(live, paragraph, start, end) });
}

/** Fields are named from the request's body down. */
const inside = ({ fields, ...rest }: Problem, under: string): Problem =>
  fields === undefined
    ? rest
    : { ...rest, fields: fields.map((wrong) => ({ ...wrong, field: under + wrong.field })) };
