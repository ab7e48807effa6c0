import {
  DECLARATION_KINDS,
  type Declaration,
  type DeclarationKind,
  type DeclarationObject,
} from '../model/declaration.ts';
import type { DelegationId, ParagraphId } from '../model/ids.ts';
import type { Delegation } from '../model/participant.ts';
import { searchable, type TermOccurrence, termOccurrences } from './term-occurrences.ts';

/** A declaration at a paragraph: because it names it, or a term or reference that stands there. */
export interface DeclarationPlace {
  readonly declaration: Declaration;
  readonly objects: readonly DeclarationObject[];
  /** Where its terms and references stand in this paragraph. */
  readonly occurrences: readonly TermOccurrence[];
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
  /** On what is absent, and on terms and references that stand nowhere. */
  readonly nowhere: readonly { readonly declaration: Declaration; readonly object: DeclarationObject }[];
}

/** Most serious first. */
const ORDER: readonly DeclarationKind[] = [
  'dissociation',
  'reservation',
  ...DECLARATION_KINDS.filter((kind) => kind !== 'dissociation' && kind !== 'reservation'),
];

/** Everybody a declaration speaks for by name: its holder and who joined; a group by the members given. */
export function delegationsBehind(
  declaration: Declaration,
  membersOf: DeclarationsFacts['membersOf'],
): ReadonlySet<DelegationId> {
  const { holder, joined } = declaration;
  const own = holder.noun === 'delegation' ? [holder.id] : membersOf(declaration);
  return new Set([...own, ...joined.map(({ delegationId }) => delegationId)]);
}

export interface DeclarationsFacts {
  /** Newest revisions. Withdrawn ones are left out here; the page of a delegation shows them. */
  readonly declarations: readonly Declaration[];
  readonly paragraphs: readonly { readonly id: ParagraphId; readonly label: string; readonly text: string }[];
  readonly delegations: ReadonlyMap<DelegationId, Delegation>;
  /** The delegations a group's declaration speaks for: those aligned with it when it was filed. */
  readonly membersOf: (declaration: Declaration) => readonly DelegationId[];
}

/** What is on record about a text, at its places (rules V47–V50). */
export function placeDeclarations(facts: DeclarationsFacts): DeclarationsOnText {
  const text = searchable(facts.paragraphs);
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
      else if (object.on === 'paragraph') at(object.paragraph).objects.push(object);
      else {
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
      list.push({ declaration, ...place });
    }
  }
  const paragraphs = facts.paragraphs.flatMap(({ id, label }): ParagraphDeclarations[] => {
    const here = places.get(id);
    if (here === undefined) return [];
    const [governmental, nonGovernmental] = [true, false].map((wanted) =>
      countKinds(
        here.map(({ declaration }) => declaration).filter((one) => isGovernmental(one, facts) === wanted),
        facts.membersOf,
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
  { delegations, membersOf }: Pick<DeclarationsFacts, 'delegations' | 'membersOf'>,
): boolean {
  const { holder } = declaration;
  const ids = holder.noun === 'delegation' ? [holder.id] : membersOf(declaration);
  return ids.length === 0 || ids.some((id) => delegations.get(id)?.constituency === 'government');
}

/** Counts by kind. A delegation behind two of a kind counts once in `delegations`. */
export const countKinds = (
  declarations: readonly Declaration[],
  membersOf: DeclarationsFacts['membersOf'],
): KindCount[] =>
  ORDER.flatMap((kind): KindCount[] => {
    const of = declarations.filter((declaration) => declaration.kind === kind);
    if (of.length === 0) return [];
    const behind = new Set(of.flatMap((one) => [...delegationsBehind(one, membersOf)]));
    return [{ kind, declarations: of.length, delegations: behind.size }];
  });
