import {
  DECLARATION_KINDS,
  type Declaration,
  type DeclarationKind,
  type DeclarationObject,
} from '../model/declaration.ts';
import type { DelegationId, ParagraphId } from '../model/ids.ts';
import type { Delegation } from '../model/participant.ts';
import { speakingAt, type Voice } from './declaration-voices.ts';
import { type SearchableText, searchable, type TermOccurrence, termOccurrences } from './term-occurrences.ts';

/** A declaration at a paragraph: because it names it, or a term or reference that stands there. */
export interface DeclarationPlace {
  readonly declaration: Declaration;
  readonly objects: readonly DeclarationObject[];
  /** Where its terms and references stand in this paragraph. */
  readonly occurrences: readonly TermOccurrence[];
  /**
   * `other`: it was filed on another version, where this paragraph read otherwise, and nothing it names stands here now.
   * It is told, and not counted.
   */
  readonly words: 'same' | 'other';
}

/** How many declarations of a kind, and how many delegations stand behind them, each once. */
export interface KindCount {
  readonly kind: DeclarationKind;
  readonly declarations: number;
  readonly delegations: number;
}

/** “64: 3 dissociations, 1 reservation”: kinds that occur, most serious first; others than governments apart. */
export interface ParagraphDeclarations {
  readonly paragraph: ParagraphId;
  readonly label: string;
  readonly governmental: readonly KindCount[];
  readonly nonGovernmental: readonly KindCount[];
  readonly places: readonly DeclarationPlace[];
}

export interface DeclarationsOnText {
  /** In reading order; paragraphs without any are left out. */
  readonly paragraphs: readonly ParagraphDeclarations[];
  /** On the whole text. */
  readonly whole: readonly Declaration[];
  /** On what is absent, on terms and references that stand nowhere, and on paragraphs that are not in this text. */
  readonly nowhere: readonly { readonly declaration: Declaration; readonly object: DeclarationObject }[];
}

/** Most serious first. */
const ORDER: readonly DeclarationKind[] = [
  'dissociation',
  'reservation',
  ...DECLARATION_KINDS.filter((kind) => kind !== 'dissociation' && kind !== 'reservation'),
];

export interface DeclarationsFacts {
  /** Newest revisions. Withdrawn ones are left out here; the page of a delegation shows them. */
  readonly declarations: readonly Declaration[];
  readonly paragraphs: readonly { readonly id: ParagraphId; readonly label: string; readonly text: string }[];
  readonly delegations: ReadonlyMap<DelegationId, Pick<Delegation, 'name' | 'constituency'>>;
  /** Whom each speaks for, and where (shared/domain/declaration-voices). */
  readonly voicesOf: (declaration: Declaration) => readonly Voice[];
  /** A paragraph's words in the version that a declaration was filed on; undefined where it was not in it. */
  readonly wordsThen: (declaration: Declaration, paragraph: ParagraphId) => string | undefined;
}

/** What is on record about a text, at its places (rules V47–V50, V113). `text`: its paragraphs, where they are at hand. */
export function placeDeclarations(
  facts: DeclarationsFacts,
  text: SearchableText = searchable(facts.paragraphs),
): DeclarationsOnText {
  const now = new Map(facts.paragraphs.map((paragraph) => [paragraph.id, paragraph.text]));
  const places = new Map<ParagraphId, DeclarationPlace[]>();
  const [whole, nowhere]: [Declaration[], DeclarationsOnText['nowhere'][number][]] = [[], []];
  for (const declaration of facts.declarations) {
    if (declaration.withdrawnAt !== null) continue;
    const mine = new Map<ParagraphId, { objects: DeclarationObject[]; occurrences: TermOccurrence[] }>();
    const at = (paragraph: ParagraphId) => {
      const place = mine.get(paragraph) ?? { objects: [], occurrences: [] };
      mine.set(paragraph, place);
      return place;
    };
    for (const object of declaration.objects) {
      if (object.on === 'text') whole.push(declaration);
      else if (object.on === 'paragraph') {
        if (now.has(object.paragraph)) at(object.paragraph).objects.push(object);
        else nowhere.push({ declaration, object });
      } else {
        const said = object.on === 'term' ? object.term : object.on === 'reference' ? object.reference : '';
        const found = termOccurrences(text, said);
        if (found.length === 0) nowhere.push({ declaration, object });
        for (const occurrence of found) {
          const place = at(occurrence.paragraph);
          if (!place.objects.includes(object)) place.objects.push(object);
          place.occurrences.push(occurrence);
        }
      }
    }
    for (const [paragraph, place] of mine) {
      const list = places.get(paragraph) ?? [];
      places.set(paragraph, list);
      const same =
        place.occurrences.length > 0 || facts.wordsThen(declaration, paragraph) === now.get(paragraph);
      list.push({ declaration, ...place, words: same ? 'same' : 'other' });
    }
  }
  const paragraphs = facts.paragraphs.flatMap(({ id, label }): ParagraphDeclarations[] => {
    const here = places.get(id);
    if (here === undefined) return [];
    const [governmental, nonGovernmental] = [true, false].map((wanted) =>
      countKinds(
        here
          .filter(({ words }) => words === 'same')
          .map(({ declaration }) => declaration)
          .filter((one) => isGovernmental(one, facts) === wanted),
        facts.voicesOf,
        id,
      ),
    );
    return [
      {
        paragraph: id,
        label,
        governmental: governmental ?? [],
        nonGovernmental: nonGovernmental ?? [],
        places: here,
      },
    ];
  });
  return { paragraphs, whole, nowhere };
}

/** By its holder. A group is governmental when a government is in it, or nobody here. */
export function isGovernmental(
  declaration: Declaration,
  { delegations, voicesOf }: Pick<DeclarationsFacts, 'delegations' | 'voicesOf'>,
): boolean {
  const { holder } = declaration;
  const ids =
    holder.noun === 'delegation'
      ? [holder.id]
      : voicesOf(declaration).flatMap(({ delegation, through }) =>
          through === 'joined' ? [] : [delegation],
        );
  return ids.length === 0 || ids.some((id) => delegations.get(id)?.constituency === 'government');
}

/** Counts by kind, at a paragraph or on the whole. A delegation behind two of a kind counts once in `delegations`. */
export const countKinds = (
  declarations: readonly Declaration[],
  voicesOf: DeclarationsFacts['voicesOf'],
  paragraph: ParagraphId | null,
): KindCount[] =>
  ORDER.flatMap((kind): KindCount[] => {
    const of = declarations.filter((declaration) => declaration.kind === kind);
    if (of.length === 0) return [];
    const behind = new Set(of.flatMap((one) => speakingAt(voicesOf(one), paragraph)));
    return [{ kind, declarations: of.length, delegations: behind.size }];
  });
