import { useEffect, useLayoutEffect, useState } from 'react';
import { createPortal } from 'react-dom';
import type { ParagraphId } from '../../../shared/model/ids.ts';
import { AddIcon } from '../../ui/icons.ts';
import { useMessages } from '../../ui/messages.ts';
import { paragraphElementId, type TextSurface } from '../../ui/text-surface.ts';
import { watchLayout } from '../../ui/watch-layout.ts';
import { type Group, standing } from './groups.ts';

interface GutterProps {
  readonly surface: TextSurface;
  readonly groups: readonly Group[];
  readonly labels: ReadonlyMap<string, string>;
  /** The paragraph whose conversation is open, or where the caret is. */
  readonly active: string | null;
  readonly onOpen: (paragraph: ParagraphId) => void;
}

interface Row {
  readonly id: ParagraphId;
  readonly top: number;
}

/** How far beyond the window signs are kept, in pixels. */
const SPARE = 300;

/**
 * Signs beside paragraphs: how much was said, and a way to say something. They stand in the margin of the page, not
 * in the text, so that nothing moves it.
 */
export function Gutter({ surface, groups, labels, active, onOpen }: GutterProps) {
  const { t } = useMessages();
  const pointed = usePointed(surface);
  const rows = useRows(surface, groups, [pointed, active]);
  const byKey = new Map<string, Group>(groups.map((group) => [group.key, group]));
  return createPortal(
    <div className="gutter no-print" contentEditable={false}>
      {rows.map(({ id, top }) => {
        const group = byKey.get(id);
        const said = standing(group?.threads ?? []).length;
        const proposed = group?.proposals ?? 0;
        const label = labels.get(id) ?? '';
        const name =
          said + proposed === 0
            ? label === ''
              ? t('dialogue.act.paragraphAddBare')
              : t('dialogue.act.paragraphAdd', { label })
            : `${label === '' ? t('dialogue.pane.unnumbered') : t('dialogue.pane.paragraph', { label })}: ${[
                said === 0 ? '' : t('common.comments', { count: said }),
                proposed === 0 ? '' : t('common.proposals', { count: proposed }),
              ]
                .filter((words) => words !== '')
                .join(', ')}`;
        return (
          <button
            key={id}
            type="button"
            className="gutter-sign"
            data-active={id === active || undefined}
            title={name}
            style={{ top }}
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => onOpen(id)}
          >
            <span className="visually-hidden">{name}</span>
            {said === 0 ? null : <span aria-hidden>●{said}</span>}
            {proposed === 0 ? null : <span aria-hidden>◇{proposed}</span>}
            {said + proposed === 0 ? <AddIcon className="icon" aria-hidden /> : null}
          </button>
        );
      })}
    </div>,
    surface.host,
  );
}

/** The paragraph under the pointer; null where there is none, or it touches. */
function usePointed(surface: TextSurface): ParagraphId | null {
  const [pointed, setPointed] = useState<ParagraphId | null>(null);
  useEffect(() => {
    const { host } = surface;
    const prefix = paragraphElementId('');
    const move = (event: PointerEvent): void => {
      if (event.pointerType === 'touch' || !(event.target instanceof Element)) return;
      if (event.target.closest('.gutter') !== null) return;
      const paragraph = event.target.closest<HTMLElement>(`[id^="${prefix}"]`);
      if (paragraph !== null) setPointed(paragraph.id.slice(prefix.length) as ParagraphId);
    };
    const leave = (): void => setPointed(null);
    host.addEventListener('pointermove', move);
    host.addEventListener('pointerleave', leave);
    return () => {
      host.removeEventListener('pointermove', move);
      host.removeEventListener('pointerleave', leave);
    };
  }, [surface]);
  return pointed;
}

/** Tops of the paragraphs in sight that have a sign. */
function useRows(
  surface: TextSurface,
  groups: readonly Group[],
  extra: readonly (string | null)[],
): readonly Row[] {
  const [rows, setRows] = useState<readonly Row[]>([]);
  const wanted = extra.join();
  // biome-ignore lint/correctness/useExhaustiveDependencies: `wanted` stands for `extra`
  useLayoutEffect(() => {
    const look = (): void => {
      const base = surface.host.getBoundingClientRect().top;
      const ids = new Set<string>(groups.map(({ key }) => key));
      for (const id of extra) if (id !== null) ids.add(id);
      const found: Row[] = [];
      for (const id of ids) {
        const element = document.getElementById(paragraphElementId(id));
        if (element === null) continue;
        const { top } = element.getBoundingClientRect();
        if (top > -SPARE && top < window.innerHeight + SPARE)
          found.push({ id: id as ParagraphId, top: Math.round(top - base) });
      }
      found.sort((a, b) => a.top - b.top);
      setRows((before) => (JSON.stringify(before) === JSON.stringify(found) ? before : found));
    };
    look();
    return watchLayout(surface, look, { scrolling: true });
  }, [surface, groups, wanted]);
  return rows;
}
