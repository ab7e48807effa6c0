import { type RefObject, useEffect, useState } from 'react';
import type { ParagraphId } from '../../../shared/model/ids.ts';
import type { Version } from '../../../shared/model/version.ts';
import { fetchUntilItComes } from '../../ui/fetch-until-it-comes.ts';
import type { ParagraphCounts, TextMark, TextSurface } from '../../ui/text-surface.ts';

const loadSurface = () => import('./version-surface.ts');
const NO_MARKS: ReadonlyMap<ParagraphId, readonly TextMark[]> = new Map();
const NO_COUNTS: ReadonlyMap<ParagraphId, ParagraphCounts> = new Map();

interface Beside {
  /** Null until the text stands there and the code for what is said about it has come. */
  readonly surface: TextSurface | null;
  readonly marks: ReadonlyMap<ParagraphId, readonly TextMark[]>;
  readonly counts: ReadonlyMap<ParagraphId, ParagraphCounts>;
}

/** The border to what is said about a version. Nothing of it is fetched before the text stands there. */
export function useVersionSurface(
  version: Version,
  host: RefObject<HTMLElement | null>,
  wanted: boolean,
): Beside {
  const [surface, setSurface] = useState<TextSurface | null>(null);
  const [marks, setMarks] = useState(NO_MARKS);
  const [counts, setCounts] = useState(NO_COUNTS);
  useEffect(() => {
    if (!wanted) return;
    const callOff = fetchUntilItComes(loadSurface, ({ versionSurface }) => {
      if (host.current === null) return;
      const show = (list: readonly TextMark[]): void => setMarks((before) => byParagraph(list, before));
      setSurface(versionSurface(version, host.current, show, setCounts));
    });
    return () => {
      callOff();
      setSurface(null);
    };
  }, [version, host, wanted]);
  return { surface, marks, counts };
}

/** Marks by paragraph. A paragraph whose marks did not change keeps its list, so that it is not drawn again. */
function byParagraph(
  marks: readonly TextMark[],
  before: ReadonlyMap<ParagraphId, readonly TextMark[]>,
): ReadonlyMap<ParagraphId, readonly TextMark[]> {
  const found = new Map<ParagraphId, TextMark[]>();
  for (const mark of marks) {
    const list = found.get(mark.paragraph);
    if (list === undefined) found.set(mark.paragraph, [mark]);
    else list.push(mark);
  }
  return new Map(
    [...found].map(([paragraph, list]) => {
      const known = before.get(paragraph);
      return [paragraph, JSON.stringify(known) === JSON.stringify(list) ? (known ?? list) : list];
    }),
  );
}
