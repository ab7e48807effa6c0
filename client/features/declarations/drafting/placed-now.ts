import type { DeclarationsAnswer } from '../../../../shared/api/declaration.ts';
import { placeDeclarations } from '../../../../shared/domain/declaration-places.ts';
import type { SearchableText } from '../../../../shared/domain/term-occurrences.ts';
import type { ParagraphId, VersionId } from '../../../../shared/model/ids.ts';
import { citations } from '../../../../shared/text/citation.ts';
import type { RegisterView } from '../../../api/register/use-register.ts';
import type { SurfaceParagraph } from '../../../ui/text-surface.ts';

/** The words of versions, by paragraph. */
export type VersionWords = ReadonlyMap<VersionId, ReadonlyMap<ParagraphId, string>>;

export interface PlacedFacts extends Pick<RegisterView, 'directory'> {
  /** Newest revisions. */
  readonly declarations: RegisterView['rows']['declaration'];
}

/**
 * What is on record about a version, at the places of the text that grows out of it: by the rules by which a later
 * version would have them (V48, V49, V113). Where the words of a paragraph are others by now, what was filed on it is
 * told and not counted; a term stands wherever it is written now. Who diverged is told of versions alone.
 */
export function placedNow(
  answer: DeclarationsAnswer,
  { declarations, directory }: PlacedFacts,
  paragraphs: readonly SurfaceParagraph[],
  searchable: SearchableText,
  words: VersionWords,
): DeclarationsAnswer {
  const cited = citations(paragraphs);
  const listed = new Map(answer.declarations.map((one) => [one.id, one]));
  const placed = placeDeclarations(
    {
      declarations: answer.declarations.flatMap(({ id }) => declarations.get(id) ?? []),
      paragraphs: paragraphs.map(({ id, label, text }) => ({ id, label: cited.get(id) ?? label, text })),
      delegations: directory.delegations,
      voicesOf: ({ id }) => listed.get(id)?.voices ?? [],
      wordsThen: ({ version }, paragraph) => words.get(version)?.get(paragraph),
    },
    searchable,
  );
  return {
    ...answer,
    paragraphs: placed.paragraphs.map(({ places, ...counts }) => ({
      ...counts,
      places: places.map(({ declaration, ...place }) => ({ declaration: declaration.id, ...place })),
      diverged: [],
    })),
    whole: placed.whole.map(({ id }) => id),
    nowhere: placed.nowhere.map(({ declaration, object }) => ({ declaration: declaration.id, object })),
  };
}
