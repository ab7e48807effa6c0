import { useEffect, useRef } from 'react';
import type { Place } from '../../../shared/model/anchor.ts';
import type { CommentId, ParagraphId } from '../../../shared/model/ids.ts';
import {
  paragraphElementId,
  type SurfaceParagraph,
  type TextMark,
  type TextSurface,
} from '../../ui/text-surface.ts';
import { type Group, standing } from './groups.ts';
import type { Thread } from './threads.ts';

const calm = (): ScrollBehavior =>
  matchMedia('(prefers-reduced-motion: reduce)').matches ? 'instant' : 'smooth';

/** Shows the words of a comment, or the paragraph it stands at. */
export function scrollTo(comment: string, key: Group['key']): void {
  const element =
    document.querySelector(`[data-said-on~="${CSS.escape(comment)}"]`) ??
    document.getElementById(paragraphElementId(key));
  if (element === null) window.scrollTo({ top: 0, behavior: calm() });
  else element.scrollIntoView({ block: 'center', behavior: calm() });
}

/** Where one reads, as a share of the window's height. */
const READING_LINE = 0.4;

/** The paragraph that is being read: the first one that reaches below the reading line. */
export function inView(surface: TextSurface): ParagraphId | null {
  const line = window.innerHeight * READING_LINE;
  for (const { id } of surface.paragraphs()) {
    const element = document.getElementById(paragraphElementId(id));
    if (element !== null && element.getBoundingClientRect().bottom > line) return id;
  }
  return null;
}

/** Draws the words that standing comments were put on. */
export function useMarks(
  surface: TextSurface,
  groups: readonly Group[],
  places: ReadonlyMap<string, Place>,
  chosen: string | null,
): void {
  const last = useRef('');
  useEffect(() => {
    const marks = groups.flatMap(({ threads }) =>
      standing(threads).flatMap(({ comment }): TextMark[] => {
        const place = places.get(comment.id);
        const onWords = comment.on.noun === 'text' && comment.on.anchor.scope === 'words';
        if (!onWords || place === undefined || place.paragraph === null) return [];
        const { paragraph, start, end } = place;
        return [{ id: comment.id, paragraph, start, end, active: comment.id === chosen }];
      }),
    );
    const now = JSON.stringify(marks);
    if (now === last.current) return;
    last.current = now;
    surface.mark(marks);
  }, [surface, groups, places, chosen]);
}

/** A press on marked words opens their conversation. */
export function useClickedMark(
  surface: TextSurface,
  byId: ReadonlyMap<CommentId, Thread>,
  onThread: (thread: Thread) => void,
): void {
  useEffect(() => {
    const clicked = (event: MouseEvent): void => {
      if (!(event.target instanceof Element) || document.getSelection()?.isCollapsed === false) return;
      const [id] =
        event.target.closest<HTMLElement>('[data-said-on]')?.dataset.saidOn?.split(' ').slice(-1) ?? [];
      const thread = id === undefined ? undefined : byId.get(id as CommentId);
      if (thread !== undefined) onThread(thread);
    };
    surface.host.addEventListener('click', clicked);
    return () => surface.host.removeEventListener('click', clicked);
  }, [surface, byId, onThread]);
}

/** Shows the comment that the address asks for, once it and its place are known. */
export function useAsked(
  asked: string | null,
  byId: ReadonlyMap<CommentId, Thread>,
  places: ReadonlyMap<string, Place>,
  show: (thread: Thread) => void,
): void {
  const done = useRef<string | null>(null);
  useEffect(() => {
    if (asked === null || done.current === asked) return;
    const thread = byId.get(asked as CommentId);
    if (thread === undefined || !places.has(asked)) return;
    done.current = asked;
    show(thread);
  }, [asked, byId, places, show]);
}

/** Groups to lay out: the open one among them, also where nothing was said yet; what has no height of its own is left out. */
export function withOpen(
  groups: readonly Group[],
  open: { readonly key: Group['key'] } | null,
  paragraphs: readonly SurfaceParagraph[],
): readonly Group[] {
  const shown = groups.filter(({ key, threads, proposals }) =>
    key === 'whole' || key === open?.key ? key === open?.key : standing(threads).length > 0 || proposals > 0,
  );
  if (open === null || shown.some(({ key }) => key === open.key)) return shown;
  const empty: Group = { key: open.key, threads: [], proposals: 0 };
  if (open.key === 'whole' || open.key === 'gone') return [empty, ...shown];
  const order = new Map<string, number>(paragraphs.map(({ id }, k) => [id, k]));
  const at = order.get(open.key) ?? 0;
  const next = shown.findIndex(({ key }) => (order.get(key) ?? -1) > at);
  return next < 0 ? [...shown, empty] : shown.toSpliced(next, 0, empty);
}
