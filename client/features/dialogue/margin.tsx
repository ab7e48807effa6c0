import { type ReactNode, type RefObject, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { Place } from '../../../shared/model/anchor.ts';
import { useMessages } from '../../ui/messages.ts';
import type { TextSurface } from '../../ui/text-surface.ts';
import { type Group, standing } from './groups.ts';
import { layMargin, type MarginItem } from './margin-layout.ts';
import { SmallCard } from './small-cards.tsx';
import type { Thread } from './threads.ts';
import { useTops } from './use-tops.ts';

interface MarginProps {
  readonly surface: TextSurface;
  readonly groups: readonly Group[];
  readonly places: ReadonlyMap<string, Place>;
  /** The group whose conversation is open, and the comment in it that is level with its words. */
  readonly open: { readonly key: string; readonly thread: string | null } | null;
  readonly onOpen: (group: Group, thread: Thread | null) => void;
  /** The open conversation. */
  readonly children: ReactNode;
}

/** Cards beside the text, level with their words. Only what is in sight is in the page. */
export function Margin({ surface, groups, places, open, onOpen, children }: MarginProps) {
  const margin = useRef<HTMLDivElement>(null);
  const opened = useRef<HTMLDivElement>(null);
  const tops = useTops(margin, surface, groups, places);
  const size = useOpenSize(opened, open?.thread ?? null, open?.key ?? null);
  const items = useMemo(() => {
    const measured = groups.flatMap(({ key }) => {
      const at = tops.groups.get(key);
      return at === undefined ? [] : [{ key, ...at }];
    });
    const group = groups.find(({ key }) => key === open?.key);
    const at = group === undefined ? undefined : tops.groups.get(group.key);
    const chosen = standing(group?.threads ?? []).findIndex(({ comment }) => comment.id === open?.thread);
    return layMargin(
      measured,
      open === null || at === undefined
        ? null
        : { key: open.key, ...size, at: at.tops[Math.max(0, chosen)] ?? 0 },
    );
  }, [groups, tops, open, size]);
  const byKey = useMemo(() => new Map<string, Group>(groups.map((group) => [group.key, group])), [groups]);
  const [from, until] = tops.sight;
  return (
    <div className="margin" ref={margin}>
      {items.map((item) => {
        const group = byKey.get(item.group);
        if (group === undefined) return null;
        if (item.kind === 'open')
          return (
            <div key="open" className="margin-item margin-open" ref={opened} style={{ top: item.top }}>
              {children}
            </div>
          );
        if (item.top > until || item.top + item.height < from) return null;
        return (
          <div
            key={`${item.group}.${item.index}`}
            className="margin-item"
            style={{ top: item.top, height: item.height }}
          >
            <Little item={item} group={group} onOpen={onOpen} />
          </div>
        );
      })}
    </div>
  );
}

interface LittleProps {
  readonly item: MarginItem;
  readonly group: Group;
  readonly onOpen: (group: Group, thread: Thread | null) => void;
}

/** A card, a line, or one line for a whole paragraph. */
function Little({ item, group, onOpen }: LittleProps) {
  const { t } = useMessages();
  const said = standing(group.threads);
  const thread = said[item.index];
  if (item.kind === 'stack' || thread === undefined)
    return (
      <button type="button" className="small-card small-card-line" onClick={() => onOpen(group, null)}>
        <span className="small-card-head">
          {[
            said.length === 0 ? '' : t('common.comments', { count: said.length }),
            group.proposals === 0 ? '' : t('common.proposals', { count: group.proposals }),
          ]
            .filter((words) => words !== '')
            .join(' · ')}
        </span>
      </button>
    );
  return (
    <SmallCard
      thread={thread}
      density={item.kind === 'open' ? 'card' : item.kind}
      onOpen={() => onOpen(group, thread)}
    />
  );
}

/** Height of the open conversation, and how far below its top the chosen card begins. */
function useOpenSize(
  opened: RefObject<HTMLDivElement | null>,
  thread: string | null,
  key: string | null,
): { readonly height: number; readonly level: number } {
  const [size, setSize] = useState({ height: 200, level: 0 });
  // biome-ignore lint/correctness/useExhaustiveDependencies: another conversation is another element
  useLayoutEffect(() => {
    const element = opened.current;
    if (element === null) return;
    const measure = (): void => {
      const card = element.querySelector<HTMLElement>(
        thread === null ? '[data-thread]' : `[data-thread="${CSS.escape(thread)}"]`,
      );
      const height = element.offsetHeight;
      const level = card === null ? 0 : card.offsetTop;
      setSize((before) => (before.height === height && before.level === level ? before : { height, level }));
    };
    measure();
    const watcher = new ResizeObserver(measure);
    watcher.observe(element);
    for (const child of element.children) watcher.observe(child);
    return () => watcher.disconnect();
  }, [opened, thread, key]);
  return size;
}
