import { type UseQueryResult, useQueries } from '@tanstack/react-query';
import { useEffect, useMemo, useState } from 'react';
import type { DeclarationsAnswer } from '../../../../shared/api/declaration.ts';
import type { DocumentAnswer } from '../../../../shared/api/document.ts';
import { type SearchableText, searchable } from '../../../../shared/domain/term-occurrences.ts';
import type { VersionId } from '../../../../shared/model/ids.ts';
import type { Version } from '../../../../shared/model/version.ts';
import { useDeclarations } from '../../../api/declarations.ts';
import type { RegisterView } from '../../../api/register/use-register.ts';
import { versionQuery } from '../../../api/versions.ts';
import type { TextSurface } from '../../../ui/text-surface.ts';
import { whenRested } from '../../../ui/when-rested.ts';
import { placedNow, type VersionWords } from './placed-now.ts';

/** After the last change of the text, in milliseconds: looking for terms is not for every key. */
const SETTLED = 350;
/** The same where the text never rests, in milliseconds. */
const SETTLED_LATEST = 2_000;

/** What is on record about the adopted or latest version, at the places of the text as it stands now. */
export interface PlacedNow {
  readonly answer: DeclarationsAnswer;
  readonly words: VersionWords;
}

/** Kept up to date with the register and with the text. Null while nothing is on record, or that is not known. */
export function usePlacedNow(
  surface: TextSurface,
  { document, versions }: DocumentAnswer,
  { rows, directory }: Pick<RegisterView, 'rows' | 'directory'>,
): PlacedNow | null {
  const { declaration: declarations } = rows;
  const version = document.adoption?.version ?? versions.at(-1)?.id;
  const { data } = useDeclarations(document.id, version === undefined ? {} : { version });
  const spokenOf = useMemo(() => {
    if (data === undefined) return [];
    const ids = new Set<VersionId>([data.version.id]);
    for (const row of declarations.values())
      if (row.objects.some(({ on }) => on === 'paragraph')) ids.add(row.version);
    return [...ids];
  }, [data, declarations]);
  const words = useQueries({
    queries: spokenOf.map((id) => versionQuery(document.id, id)),
    combine: wordsOf,
  });
  const [placed, setPlaced] = useState<PlacedNow | null>(null);
  useEffect(() => {
    if (data === undefined || words === null) return;
    let text: SearchableText = [];
    const work = (): void => {
      const paragraphs = surface.paragraphs();
      text = searchable(paragraphs, text);
      const answer = placedNow(data, { declarations, directory }, paragraphs, text, words);
      setPlaced((before) =>
        before?.words === words && JSON.stringify(before.answer) === JSON.stringify(answer)
          ? before
          : { answer, words },
      );
    };
    const changes = whenRested(work, SETTLED, SETTLED_LATEST);
    work();
    const stop = surface.subscribe(changes.again);
    return () => {
      changes.stop();
      stop();
    };
  }, [surface, data, declarations, directory, words]);
  return placed;
}

/** Null until all are here. */
const wordsOf = (results: readonly UseQueryResult<Version>[]): VersionWords | null => {
  const texts = results.flatMap(({ data }) => data ?? []);
  return texts.length < results.length
    ? null
    : new Map(texts.map(({ id, paragraphs }) => [id, new Map(paragraphs.map((one) => [one.id, one.text]))]));
};
