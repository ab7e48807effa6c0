import { useEffect, useState } from 'react';
import type { DocumentId, ParagraphId } from '../../../shared/model/ids.ts';
import type { Version } from '../../../shared/model/version.ts';
import { fetchUntilItComes } from '../../ui/fetch-until-it-comes.ts';
import type { ComparedSide } from './compared-side.ts';

const loadFollowing = () => import('../../editor/following/follow-working-text.ts');

/** How long the live text must rest before it is compared again, in ms: shorter than a second, longer than a key. */
const REST_MS = 400;

/**
 * The working text as the room has it, renewed while people type. Reading along needs the editor's connection,
 * which is fetched only when somebody compares with the working text.
 *
 * @param latest the latest version, whose labels new paragraphs count from; null before the first.
 */
export function useWorkingSide(
  id: DocumentId,
  name: string,
  wanted: boolean,
  latest: Version | null | undefined,
): ComparedSide | null {
  const [side, setSide] = useState<ComparedSide | null>(null);
  useEffect(() => {
    if (!wanted || latest === undefined) return;
    let stop = (): void => {};
    const callOff = fetchUntilItComes(loadFollowing, ({ followWorkingText }) => {
      const base =
        latest === null
          ? null
          : new Map<ParagraphId, string>(
              latest.paragraphs.map((paragraph) => [paragraph.id, paragraph.label]),
            );
      stop = followWorkingText(id, base, REST_MS, (paragraphs) =>
        setSide({ text: 'working', name, paragraphs }),
      );
    });
    return () => {
      callOff();
      stop();
    };
  }, [id, name, wanted, latest]);
  return wanted ? side : null;
}
