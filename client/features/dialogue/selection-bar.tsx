import type { ReactNode } from 'react';
import { createPortal } from 'react-dom';
import type { Anchor } from '../../../shared/model/anchor.ts';
import { Button } from '../../ui/button.tsx';
import { LinkIcon } from '../../ui/icons.ts';
import { useMessages } from '../../ui/messages.ts';
import type { TextSurface } from '../../ui/text-surface.ts';
import { KindSign } from './kinds.tsx';
import type { Reading, SelectedWords } from './use-selected-words.ts';

/** Something else that can be done with selected words: given by the page. */
export interface SelectionAct {
  readonly id: string;
  readonly name: string;
  readonly icon?: ReactNode;
  run(selection: {
    readonly surface: TextSurface;
    readonly words: SelectedWords;
    readonly anchor: Anchor;
  }): void;
}

interface SelectionBarProps {
  readonly surface: TextSurface;
  readonly reading: Reading;
  /** Null: the visitor may not comment. */
  readonly onComment: ((words: SelectedWords) => void) | null;
  readonly onCopyLink: (words: SelectedWords) => void;
  readonly acts: readonly SelectionAct[];
  /** An act was done with words: what it brings stands in the conversation of their paragraph. */
  readonly onActed: (words: SelectedWords) => void;
}

/** Offers what can be done with the selected words, below them. It takes no focus: the words stay selected. */
export function SelectionBar({ surface, reading, onComment, onCopyLink, acts, onActed }: SelectionBarProps) {
  const { t } = useMessages();
  const { words, foot } = reading;
  if (words === null || foot === null) return null;
  const host = surface.host.getBoundingClientRect();
  const top = foot.top - host.top + 6;
  const left = Math.min(Math.max(foot.left - host.left - 40, 8), Math.max(8, host.width - 260));
  return createPortal(
    <div
      className="selection-bar no-print"
      role="toolbar"
      aria-label={t('dialogue.act.selectionBar')}
      contentEditable={false}
      style={{ top, left }}
      onPointerDown={(event) => event.preventDefault()}
      onMouseDown={(event) => event.preventDefault()}
    >
      {onComment === null ? null : (
        <Button small tone="quiet" onClick={() => onComment(words)}>
          <KindSign kind="comment" /> {t('dialogue.act.comment')}
        </Button>
      )}
      {acts.map(({ id, name, icon, run }) => (
        <Button
          key={id}
          small
          tone="quiet"
          onClick={() => {
            const anchor = surface.anchorOn({ scope: 'words', ...words });
            if (anchor === null) return;
            run({ surface, words, anchor });
            onActed(words);
          }}
        >
          {icon} {name}
        </Button>
      ))}
      <Button small tone="quiet" onClick={() => onCopyLink(words)}>
        <LinkIcon className="icon" aria-hidden /> {t('dialogue.act.copyLink')}
      </Button>
    </div>,
    surface.host,
  );
}
