import type { GroupId, ParagraphId, VersionId } from '../../shared/model/ids.ts';
import { declareAlignment } from '../commands/alignments.ts';
import { alignWithDeclaration, fileDeclaration } from '../commands/declarations.ts';
import { takePositions } from '../commands/positions.ts';
import { writeStatements } from '../commands/statements.ts';
import type { PositionBooks } from '../ports/position-books.ts';
import type { DialogueSeed } from './dialogue-seed.ts';
import { must } from './must.ts';
import type { SampleGroup } from './sample/dialogue/said.ts';
import type { SampleDeclaration } from './sample/record/declarations.ts';
import type { SamplePositions, sampleAlignments } from './sample/record/positions.ts';
import { SAMPLE_MEETING, type SampleStatement } from './sample/record/statements.ts';

const groupOf = (seed: DialogueSeed, key: SampleGroup | undefined): GroupId | null =>
  key === undefined ? null : (seed.groups.get(key) ?? null);

/** Positions on the version that is the latest now. */
export async function seedPositions(
  seed: DialogueSeed,
  positions: PositionBooks,
  taken: readonly SamplePositions[],
): Promise<void> {
  const latest = await seed.context.store.rows.versions.latest(seed.documentId);
  const version = latest?.id as VersionId;
  for (const { by, onBehalfOf, said } of taken) {
    const wanted = {
      version,
      positions: said.map(([key, standing, words = '']) => ({
        paragraph: key as ParagraphId,
        standing,
        words,
      })),
      onBehalfOf: groupOf(seed, onBehalfOf),
    };
    must(await takePositions({ ...seed.context, positions }, seed.requestOf(by), wanted));
  }
}

export async function seedAlignments(seed: DialogueSeed, alignments: typeof sampleAlignments): Promise<void> {
  for (const { by, group, except } of alignments) {
    const wanted = { aligns: true, except: except as readonly ParagraphId[] };
    const id = seed.groups.get(group) as GroupId;
    must(await declareAlignment(seed.context, seed.requestOf(by), id, wanted));
  }
}

export async function seedDeclarations(
  seed: DialogueSeed,
  declarations: readonly SampleDeclaration[],
): Promise<void> {
  for (const { by, onBehalfOf, kind, paragraphs, term, says, grounds, joined = [] } of declarations) {
    const wanted = {
      kind,
      version: 'latest' as const,
      objects: [
        ...paragraphs.map((key) => ({ on: 'paragraph' as const, paragraph: key as ParagraphId })),
        ...(term === undefined ? [] : [{ on: 'term' as const, term }]),
      ],
      statement: { language: 'en', text: says },
      original: null,
      grounds: [...grounds],
      recording: null,
      written: null,
      onBehalfOf: groupOf(seed, onBehalfOf),
    };
    const { entry } = must(await fileDeclaration(seed.context, seed.requestOf(by), wanted));
    for (const { by: other, except } of joined)
      must(
        await alignWithDeclaration(
          seed.context,
          seed.requestOf(other),
          entry.id,
          except as readonly ParagraphId[],
        ),
      );
  }
}

/** All in one act, put in by the facilitators, and not yet checked by anybody. */
export async function seedStatements(
  seed: DialogueSeed,
  statements: readonly SampleStatement[],
): Promise<void> {
  const wanted = [];
  for (const { speaker, delegation, alignsWith = [], onBehalfOf = [], quotes, paragraphs } of statements)
    wanted.push({
      speaker,
      delegationId: await seed.delegationOf(delegation),
      spokenFor: { onBehalfOf, alsoOnBehalfOf: [], alignsWith, except: [] },
      meeting: SAMPLE_MEETING,
      date: seed.context.clock.now().slice(0, 10),
      passages: quotes.map((text) => ({
        manner: 'verbatim' as const,
        words: { language: 'en', text },
        recording: null,
      })),
      written: null,
      paragraphs: paragraphs as readonly ParagraphId[],
      proposals: [],
    });
  must(await writeStatements(seed.context, seed.requestOf('facilitator'), wanted));
}
