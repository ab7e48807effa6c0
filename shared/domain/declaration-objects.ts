import type { DeclarationKind, DeclarationObject } from '../model/declaration.ts';
import type { ParagraphId } from '../model/ids.ts';
import type { LabelledParagraph } from '../model/paragraph.ts';
import type { Problem } from '../model/problem.ts';
import { ok, type Result, unreachable } from '../model/result.ts';
import { citations } from '../text/citation.ts';
import { type SearchableText, searchable, termOccurrences } from './term-occurrences.ts';
import { wrong } from './wrong-field.ts';

/** What a declaration is said to be on. The label of a paragraph is taken from the version. */
export type WantedObject =
  | Exclude<DeclarationObject, { readonly on: 'paragraph' }>
  | { readonly on: 'paragraph'; readonly paragraph: ParagraphId };

/** A term that stands nowhere in the text, or language called absent that stands there. `object` is its index. */
export interface ObjectsWarning {
  readonly code: 'term-not-found' | 'reference-not-found' | 'language-not-absent';
  readonly object: number;
}

export const MAX_OBJECTS = 500;
/** A term is a word or an expression. UTF-16 units. */
export const MAX_TERM = 300;

/** Reservations and dissociations are from something; the others speak of the whole text unless they say of what. */
const NEEDS_OBJECT: readonly DeclarationKind[] = ['reservation', 'dissociation'];

export function decideObjects(
  kind: DeclarationKind,
  wanted: readonly WantedObject[],
  paragraphs: readonly LabelledParagraph[],
): Result<
  { readonly objects: readonly DeclarationObject[]; readonly warnings: readonly ObjectsWarning[] },
  Problem
> {
  if (wanted.length === 0 && NEEDS_OBJECT.includes(kind))
    return wrong(
      'objects',
      `a ${kind} names what it is on: the text, paragraphs, terms, references or what is absent`,
    );
  if (wanted.length > MAX_OBJECTS) return wrong('objects', `must be at most ${MAX_OBJECTS}`);
  const cited = citations(paragraphs);
  const labels = new Map(paragraphs.map(({ id, label }) => [id, cited.get(id) ?? label]));
  const text = searchable(paragraphs);
  const objects = new Map<string, DeclarationObject>();
  const warnings: ObjectsWarning[] = [];
  for (const [k, object] of (wanted.length === 0 ? [{ on: 'text' } as const] : wanted).entries()) {
    if (object.on === 'paragraph') {
      const label = labels.get(object.paragraph);
      if (label === undefined)
        return wrong(`objects.${k}.paragraph`, `${object.paragraph} is no paragraph of this version`);
      objects.set(objectKey(object), { ...object, label });
      continue;
    }
    const named = nameOf(object);
    if (named !== null && (named.said.trim() === '' || named.said.length > MAX_TERM))
      return wrong(`objects.${k}.${named.field}`, `must have 1 to ${MAX_TERM} characters`);
    const code = warningOf(object, text);
    if (code !== null) warnings.push({ code, object: k });
    objects.set(objectKey(object), object);
  }
  return ok({ objects: [...objects.values()], warnings });
}

type Unplaced = Exclude<DeclarationObject, { readonly on: 'paragraph' }>;

function nameOf(object: Unplaced): { readonly field: string; readonly said: string } | null {
  switch (object.on) {
    case 'text':
      return null;
    case 'term':
      return { field: 'term', said: object.term };
    case 'reference':
      return { field: 'reference', said: object.reference };
    case 'absent':
      return { field: 'language', said: object.language };
    default:
      return unreachable(object);
  }
}

function warningOf(object: Unplaced, text: SearchableText): ObjectsWarning['code'] | null {
  const said = nameOf(object)?.said;
  if (said === undefined) return null;
  const found = termOccurrences(text, said).length > 0;
  if (object.on === 'absent') return found ? 'language-not-absent' : null;
  if (found) return null;
  return object.on === 'term' ? 'term-not-found' : 'reference-not-found';
}

/** The same object, for finding it twice and for answering where it was named. */
export function objectKey(object: WantedObject | DeclarationObject): string {
  switch (object.on) {
    case 'text':
      return 'text';
    case 'paragraph':
      return `paragraph ${object.paragraph}`;
    case 'term':
      return `term ${object.term}`;
    case 'reference':
      return `reference ${object.reference}`;
    default:
      return `absent ${object.language}`;
  }
}
