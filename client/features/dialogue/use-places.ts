import { useEffect, useMemo, useState } from 'react';
import { followOn } from '../../../shared/anchor/follow-on.ts';
import { indexText } from '../../../shared/anchor/indexed-text.ts';
import { chainsOf } from '../../../shared/domain/carriage.ts';
import type { Anchor, Place } from '../../../shared/model/anchor.ts';
import type { CommentId } from '../../../shared/model/ids.ts';
import type { VersionSummary } from '../../../shared/model/version.ts';
import { useCarried } from '../../anchor/use-carried.ts';
import type { RegisterRows } from '../../api/register/register-copy.ts';
import type { SurfaceParagraph, TextSurface } from '../../ui/text-surface.ts';
import { whenRested } from '../../ui/when-rested.ts';

/** The text as it stood when places were last worked out, and where everything stands in it. */
export interface Places {
  readonly paragraphs: readonly SurfaceParagraph[];
  readonly places: ReadonlyMap<string, Place>;
}

/** After the last change of the text, in milliseconds: marks follow the words in the meantime. */
const SETTLED = 350;
/** The same where the text never rests, in milliseconds. */
const SETTLED_LATEST = 2_000;

/** Carrying compares texts: not with every pause, in milliseconds. */
const CARRIED = 3000;
const CARRIED_LATEST = 15_000;

/**
 * Where comments stand in the text in sight. Those put on it are found at once; a version knows where those stood that
 * were carried into it when it was published; all others are carried here, by comparison, beside the page.
 */
export function usePlaces(
  surface: TextSurface,
  { comment, carriage }: Pick<RegisterRows, 'comment' | 'carriage'>,
  versions: readonly Pick<VersionSummary, 'id' | 'ordinal'>[],
): Places {
  const own = useMemo(() => {
    const list: { readonly id: string; readonly anchor: Anchor }[] = [];
    for (const { id, on } of comment.values())
      if (on.noun === 'text' && on.anchor.text === surface.text) list.push({ id, anchor: on.anchor });
    return list;
  }, [comment, surface]);
  const order = useMemo(
    () => versions.toSorted((a, b) => a.ordinal - b.ordinal).map(({ id }) => id),
    [versions],
  );
  const others = useMemo(() => {
    const { comments } = chainsOf({
      comments: [...comment.values()],
      proposals: [],
      carriages: order.flatMap((id) => carriage.get(id) ?? []),
    });
    return new Map([...comments].filter(([, { anchor }]) => anchor.text !== surface.text));
  }, [comment, carriage, order, surface]);
  const { carried, look } = useCarried(surface.documentId, surface.text, surface.paragraphs, others, order);
  const [places, setPlaces] = useState<Places>({ paragraphs: [], places: new Map() });
  useEffect(() => {
    const work = (): void => {
      const paragraphs = surface.paragraphs();
      const found = new Map<string, Place>();
      const [before, now] = [indexText(carried.paragraphs), indexText(paragraphs)];
      for (const [id, place] of carried.places) {
        const anchor = others.get(id as CommentId)?.anchor;
        if (anchor !== undefined) found.set(id, followOn(anchor, place, before, now));
      }
      for (const [id, place] of surface.resolve(own)) found.set(id, place);
      setPlaces({ paragraphs, places: found });
    };
    const changes = whenRested(work, SETTLED, SETTLED_LATEST);
    work();
    const stop = surface.subscribe(changes.again);
    return () => {
      changes.stop();
      stop();
    };
  }, [surface, own, others, carried]);
  useEffect(() => {
    const changes = whenRested(look, CARRIED, CARRIED_LATEST);
    const stop = surface.subscribe(changes.again);
    return () => {
      changes.stop();
      stop();
    };
  }, [surface, look]);
  return places;
}
