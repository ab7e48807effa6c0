import type {
  DeclarationsAnswer,
  DeclarationsQuery,
  ListedDeclaration,
  PlacedParagraph,
} from '../../shared/api/declaration.ts';
import { divergedAt, onRecordOf, whereObjected } from '../../shared/domain/declaration-answers.ts';
import { joinedEarlierWords } from '../../shared/domain/declaration-change.ts';
import {
  type DeclarationsFacts,
  isGovernmental,
  type ParagraphDeclarations,
  placeDeclarations,
} from '../../shared/domain/declaration-places.ts';
import type { Declaration } from '../../shared/model/declaration.ts';
import type { ParagraphId } from '../../shared/model/ids.ts';
import type { Problem } from '../../shared/model/problem.ts';
import { ok, type Result } from '../../shared/model/result.ts';
import type { Visitor } from '../ports/gatekeeper.ts';
import type { QueryContext } from './context.ts';
import { declarationRecord } from './declaration-facts.ts';
import { permit } from './permit.ts';
import { findVersion } from './texts.ts';

/** What is on record about a text: all of it, or what answers the questions asked (rules V47–V50, V110–V114). */
export async function listDeclarations(
  context: QueryContext,
  visitor: Visitor,
  query: DeclarationsQuery,
): Promise<Result<DeclarationsAnswer, Problem>> {
  const permitted = permit(visitor, 'register.view');
  if (!permitted.ok) return permitted;
  const adopted = visitor.document.adoption?.version ?? null;
  const name =
    query.version === undefined || query.version === 'latest' ? (adopted ?? 'latest') : query.version;
  const version = await findVersion(context, visitor, name);
  if (!version.ok) return version;
  const all = await declarationRecord(context, version.value);
  const onText = { ...all, declarations: all.declarations.filter(all.speaksOfThis) };
  const delegation =
    query.delegation === undefined
      ? null
      : onRecordOf(query.delegation, all).map(({ declaration, how, except }) => ({
          declaration: declaration.id,
          how,
          group:
            how === 'through-group' && declaration.holder.noun === 'group' ? declaration.holder.id : null,
          except,
        }));
  const term = query.term === undefined ? null : termAnswer(query.term, all);
  const placed = placeDeclarations(onText);
  const at = placed.paragraphs.find(({ paragraph }) => paragraph === query.paragraph);
  const answers: (readonly string[])[] = [];
  if (query.paragraph !== undefined) answers.push((at?.places ?? []).map((place) => place.declaration.id));
  if (delegation !== null) answers.push(delegation.map(({ declaration }) => declaration));
  if (term !== null) answers.push(term.declarations.map(({ declaration }) => declaration));
  const asked = ({ id }: Declaration): boolean => answers.every((ids) => ids.includes(id));
  const shown =
    answers.length === 0
      ? placed
      : placeDeclarations({ ...onText, declarations: onText.declarations.filter(asked) });
  return ok({
    head: all.register.head,
    version: { id: version.value.id, name: version.value.name, adopted: version.value.id === adopted },
    declarations: all.entries
      .filter(({ row }) => asked(row))
      .map(
        ({ id, revision, row }): ListedDeclaration => ({
          id,
          revision,
          row: query.rows === 'ids' ? null : row,
          governmental: isGovernmental(row, all),
          voices: all.voicesOf(row),
          joinedEarlier: joinedEarlierWords(row),
        }),
      ),
    paragraphs: shown.paragraphs
      .filter(({ paragraph }) => query.paragraph === undefined || paragraph === query.paragraph)
      .map((paragraph) => placedParagraph(paragraph, all)),
    whole: shown.whole.map(({ id }) => id),
    nowhere: shown.nowhere.map(({ declaration, object }) => ({ declaration: declaration.id, object })),
    delegation,
    term,
  });
}

function termAnswer(term: string, all: DeclarationsFacts): NonNullable<DeclarationsAnswer['term']> {
  const { occurrences, declarations } = whereObjected(term, all);
  const labels = new Map<ParagraphId, string>(all.paragraphs.map(({ id, label }) => [id, label]));
  return {
    occurrences: occurrences.map((one) => ({ ...one, label: labels.get(one.paragraph) ?? '' })),
    declarations: declarations.map(({ declaration, as }) => ({ declaration: declaration.id, as })),
  };
}

const placedParagraph = (
  { places, ...counts }: ParagraphDeclarations,
  all: DeclarationsFacts,
): PlacedParagraph => ({
  ...counts,
  places: places.map(({ declaration, ...place }) => ({ declaration: declaration.id, ...place })),
  diverged: divergedAt(counts.paragraph, places, all).map(({ delegation, places: behind }) => ({
    delegation,
    declarations: behind.map(({ declaration }) => declaration.id),
  })),
});
