import { DECLARATION_KINDS, type Declaration, type DeclarationKind } from '../model/declaration.ts';
import type { GroupId, ParagraphId } from '../model/ids.ts';
import type { RecordDeclaration, RecordMark, RecordObject } from '../model/record.ts';
import { unreachable } from '../model/result.ts';
import { type DeclarationsFacts, isGovernmental, placeDeclarations } from './declaration-places.ts';
import { searchable, termOccurrences } from './term-occurrences.ts';

/** What gives names and numbers to the ids of a record. */
export interface RecordNames {
  readonly group: (id: GroupId) => string;
  readonly version: (id: string) => string;
  /** A paragraph of the text as it is cited; empty for one that has no number, or is not in it. */
  readonly cited: (id: ParagraphId) => string;
}

/** Most serious first. */
const ORDER: readonly DeclarationKind[] = [
  'dissociation',
  'reservation',
  ...DECLARATION_KINDS.filter((kind) => kind !== 'dissociation' && kind !== 'reservation'),
];

/** What is on record, in full, by kind; withdrawn ones keep their place (rule V45). */
export function recordDeclarations(facts: DeclarationsFacts, names: RecordNames): RecordDeclaration[] {
  const text = searchable(facts.paragraphs);
  const placesOf = (words: string): string[] => [
    ...new Set(termOccurrences(text, words).map(({ paragraph }) => names.cited(paragraph))),
  ];
  const objectsOf = ({ objects }: Declaration): RecordObject[] => {
    const named = objects.filter((object) => object.on === 'paragraph');
    return objects.flatMap((object): RecordObject | readonly [] => {
      const { on } = object;
      switch (on) {
        case 'text':
          return { on, words: '', places: [] };
        case 'paragraph':
          // All paragraphs are said together, at the first of them.
          return object === named[0]
            ? {
                on,
                words: '',
                places: named.map(({ paragraph, label }) => names.cited(paragraph) || label),
              }
            : [];
        case 'term':
          return { on, words: object.term, places: placesOf(object.term) };
        case 'reference':
          return { on, words: object.reference, places: placesOf(object.reference) };
        case 'absent':
          return { on, words: object.language, places: [] };
        default:
          return unreachable(object);
      }
    });
  };
  const nameOf = (id: string): string => facts.delegations.get(id as never)?.name ?? '';
  const written = (declaration: Declaration): RecordDeclaration => {
    const { holder, by, id, kind, statement, original, grounds, recording, filed } = declaration;
    return {
      id,
      kind,
      governmental: isGovernmental(declaration, facts),
      holder: holder.noun === 'group' ? names.group(holder.id) : nameOf(holder.id),
      constituency: holder.noun === 'group' ? null : (facts.delegations.get(holder.id)?.constituency ?? null),
      voices: facts.voicesOf(declaration).map(({ delegation, through, except }) => ({
        name: nameOf(delegation),
        through,
        except: except.map(names.cited).filter((label) => label !== ''),
      })),
      version: names.version(declaration.version),
      objects: objectsOf(declaration),
      statement,
      original,
      grounds,
      recording,
      written: declaration.written,
      filed,
      at: by.at,
      correctedAt: declaration.correctedAt,
      withdrawnAt: declaration.withdrawnAt,
    };
  };
  return ORDER.flatMap((kind) => facts.declarations.filter((one) => one.kind === kind).map(written));
}

/** Counts at each paragraph of the text, of declarations on it or on an earlier version with the same words. */
export const recordMarks = (facts: DeclarationsFacts, { cited }: RecordNames): RecordMark[] =>
  placeDeclarations(facts).paragraphs.flatMap(({ paragraph, governmental, nonGovernmental, places }) =>
    governmental.length + nonGovernmental.length === 0
      ? []
      : [
          {
            paragraph,
            label: cited(paragraph),
            governmental,
            nonGovernmental,
            declarations: places
              .filter(({ words }) => words === 'same')
              .map(({ declaration }) => declaration.id),
          },
        ],
  );
