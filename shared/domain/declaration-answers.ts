import type { Declaration, DeclarationKind } from '../model/declaration.ts';
import type { DelegationId, ParagraphId } from '../model/ids.ts';
import { type DeclarationPlace, type DeclarationsFacts, placeDeclarations } from './declaration-places.ts';
import { speakingAt } from './declaration-voices.ts';
import { searchable, type TermOccurrence, termOccurrences } from './term-occurrences.ts';

/** What diverges from the consensus, as against what explains it. */
const DIVERGING: readonly DeclarationKind[] = ['dissociation', 'reservation'];

/** Who diverged from a paragraph, and by which declarations. */
export interface Divergence {
  readonly delegation: DelegationId;
  readonly places: readonly DeclarationPlace[];
}

/**
 * Who diverged from which paragraph: delegations behind a dissociation or reservation at it, each once, but for those
 * that excepted this paragraph. A declaration on the whole text is not repeated at every paragraph: `placeDeclarations`
 * tells it apart.
 */
export function whoDiverged(paragraph: ParagraphId, facts: DeclarationsFacts): Divergence[] {
  const places = placeDeclarations(facts).paragraphs.find((one) => one.paragraph === paragraph)?.places ?? [];
  return divergedAt(paragraph, places, facts);
}

/** The same, of declarations that were placed already. */
export function divergedAt(
  paragraph: ParagraphId,
  places: readonly DeclarationPlace[],
  { voicesOf }: Pick<DeclarationsFacts, 'voicesOf'>,
): Divergence[] {
  const found = new Map<DelegationId, DeclarationPlace[]>();
  const diverging = places.filter(
    ({ declaration, words }) => words === 'same' && DIVERGING.includes(declaration.kind),
  );
  for (const place of diverging)
    for (const delegation of speakingAt(voicesOf(place.declaration), paragraph)) {
      const list = found.get(delegation);
      if (list === undefined) found.set(delegation, [place]);
      else list.push(place);
    }
  return [...found].map(([delegation, list]) => ({ delegation, places: list }));
}

/** What a delegation put on record, by itself, by joining, or through a group. Withdrawn ones stand with their date. */
export interface OnRecord {
  readonly declaration: Declaration;
  readonly how: 'itself' | 'joined' | 'through-group';
  /** Paragraphs on which it is not spoken for. */
  readonly except: readonly ParagraphId[];
}

export const onRecordOf = (
  delegation: DelegationId,
  { declarations, voicesOf }: Pick<DeclarationsFacts, 'declarations' | 'voicesOf'>,
): OnRecord[] =>
  declarations
    .flatMap((declaration): OnRecord[] => {
      const voice = voicesOf(declaration).find((one) => one.delegation === delegation);
      if (voice === undefined) return [];
      const { through, except } = voice;
      return [
        {
          declaration,
          how: through === 'itself' || through === 'joined' ? through : 'through-group',
          except,
        },
      ];
    })
    .sort(({ declaration: a }, { declaration: b }) => (a.by.at < b.by.at ? -1 : a.by.at > b.by.at ? 1 : 0));

/** Where a term was objected to: where it stands, and every declaration that names it, or a term that holds it. */
export interface TermAnswer {
  readonly occurrences: readonly TermOccurrence[];
  readonly declarations: readonly { readonly declaration: Declaration; readonly as: string }[];
}

/** `term` is looked for in terms, references and absent language, by the same rules as in the text. */
export function whereObjected(
  term: string,
  { declarations, paragraphs }: Pick<DeclarationsFacts, 'declarations' | 'paragraphs'>,
): TermAnswer {
  const names = declarations
    .filter(({ withdrawnAt }) => withdrawnAt === null)
    .flatMap((declaration) =>
      declaration.objects.flatMap((object) => {
        const as =
          object.on === 'term'
            ? object.term
            : object.on === 'reference'
              ? object.reference
              : object.on === 'absent'
                ? object.language
                : null;
        return as === null ? [] : [{ declaration, as }];
      }),
    );
  const said = searchable(names.map(({ as }, k) => ({ id: String(k) as ParagraphId, text: as })));
  const hits = new Set(termOccurrences(said, term).map(({ paragraph }) => Number(paragraph)));
  return {
    occurrences: termOccurrences(searchable(paragraphs), term),
    declarations: names.filter((_, k) => hits.has(k)),
  };
}
