import { type ReactNode, useEffect, useState } from 'react';
import { createPortal } from 'react-dom';
import type { ParagraphId } from '../../../shared/model/ids.ts';
import { late } from '../../ui/late.tsx';
import { useMessages } from '../../ui/messages.ts';
import type { TextSurface } from '../../ui/text-surface.ts';
import { inView } from './conversation-effects.ts';
import { type Group, standing } from './groups.ts';

const Drawer = late(() => import('../../ui/drawer.tsx'), { missing: 'floating' });

interface NarrowConversationProps {
  readonly surface: TextSurface;
  readonly groups: readonly Group[];
  readonly labels: ReadonlyMap<string, string>;
  readonly open: Group['key'] | null;
  /** Somebody has begun to write: the panel stands open. */
  readonly opened: boolean;
  readonly onOpen: (key: Group['key']) => void;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** Where no column stands beside the text: a button that names the paragraph in view, and a sheet over the text. */
export function NarrowConversation(props: NarrowConversationProps) {
  const { surface, groups, labels, open, opened, onOpen, onClose, children } = props;
  const { t } = useMessages();
  const [asked, setAsked] = useState(false);
  const paragraph = useParagraphInView(surface);
  // Beside a text that is written in, the caret opens conversations; the sheet waits until it is asked for.
  const shown = opened || (asked && open !== null);
  const follows = surface.followsCaret;
  useEffect(() => {
    if (open !== null && !follows) setAsked(true);
  }, [open, follows]);
  const group = groups.find(({ key }) => key === paragraph);
  const said = standing(group?.threads ?? []).length;
  const proposed = group?.proposals ?? 0;
  const label = labels.get(paragraph ?? '') ?? '';
  return (
    <>
      {createPortal(
        <button
          type="button"
          className="conversation-pill no-print"
          onClick={() => {
            setAsked(true);
            onOpen(paragraph ?? 'whole');
          }}
        >
          {label === '' ? t('dialogue.conversation') : t('dialogue.pane.paragraph', { label })}
          {said === 0 ? null : <span aria-hidden> ●{said}</span>}
          {proposed === 0 ? null : <span aria-hidden> ◇{proposed}</span>}
          <span className="visually-hidden">
            {t('common.comments', { count: said })}, {t('common.proposals', { count: proposed })}
          </span>
        </button>,
        document.body,
      )}
      {shown ? (
        <Drawer
          side="end"
          title={t('dialogue.conversation')}
          onClose={() => {
            setAsked(false);
            onClose();
          }}
        >
          {children}
        </Drawer>
      ) : null}
    </>
  );
}

function useParagraphInView(surface: TextSurface): ParagraphId | null {
  const [paragraph, setParagraph] = useState<ParagraphId | null>(null);
  useEffect(() => {
    let frame = 0;
    const look = (): void => {
      frame = 0;
      setParagraph(inView(surface));
    };
    const soon = (): void => {
      if (frame === 0) frame = requestAnimationFrame(look);
    };
    look();
    window.addEventListener('scroll', soon, { passive: true });
    return () => {
      cancelAnimationFrame(frame);
      window.removeEventListener('scroll', soon);
    };
  }, [surface]);
  return paragraph;
}
