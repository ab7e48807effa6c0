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
import type { ParagraphId, VersionId } from '../../shared/model/ids.ts';
import type { Problem } from '../../shared/model/problem.ts';
import { ok, type Result } from '../../shared/model/result.ts';
import type { Version } from '../../shared/model/version.ts';
import type { Visitor } from '../ports/gatekeeper.ts';
import type { QueryContext } from './context.ts';
import { declarationRecord } from './declaration-facts.ts';
import { permit } from './permit.ts';
import type { RegisterCopies } from './register-copies.ts';
import { findVersion } from './texts.ts';

interface KeptAnswer {
  /** What the answer depends on besides its text and query. */
  readonly state: string;
  readonly answer: DeclarationsAnswer;
}

/** Answers about whole texts that are kept; each is asked for by every reader at once when something was filed. */
const MOST_ANSWERS = 40;
const kept = new WeakMap<RegisterCopies, Map<string, KeptAnswer>>();

/** Answers in JSON, made once. */
const written = new WeakMap<DeclarationsAnswer, string>();

export function declarationsJson(answer: DeclarationsAnswer): string {
  const known = written.get(answer);
  if (known !== undefined) return known;
  const json = JSON.stringify(answer);
  written.set(answer, json);
  return json;
}

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
  const { paragraph, delegation, term, rows } = query;
  if (paragraph !== undefined || delegation !== undefined || term !== undefined)
    return ok(await answerOf(context, version.value, adopted, query));
  // Everybody who may read the register is answered the same.
  const { id, documentId } = version.value;
  const { head } = await context.registers.of(documentId);
  const delegations = await context.store.rows.delegations.ofDocument(documentId);
  const state = JSON.stringify([head, adopted, delegations]);
  const answers = kept.get(context.registers) ?? new Map<string, KeptAnswer>();
  kept.set(context.registers, answers);
  const key = `${documentId} ${id} ${rows}`;
  const before = answers.get(key);
  if (before?.state === state) return ok(before.answer);
  const answer = await answerOf(context, version.value, adopted, query);
  answers.delete(key);
  answers.set(key, { state, answer });
  for (const oldest of answers.keys()) {
    if (answers.size <= MOST_ANSWERS) break;
    answers.delete(oldest);
  }
  return ok(answer);
}

async function answerOf(
  context: QueryContext,
  version: Version,
  adopted: VersionId | null,
  query: DeclarationsQuery,
): Promise<DeclarationsAnswer> {
  const all = await declarationRecord(context, version);
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
  return {
    head: all.register.head,
    version: { id: version.id, name: version.name, adopted: version.id === adopted },
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
  };
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
