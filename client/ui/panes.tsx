import { type ReactNode, useState } from 'react';
import { Button } from './button.tsx';
import { DetailsIcon, OutlineIcon } from './icons.ts';
import { late } from './late.tsx';
import { useMessages } from './messages.ts';

const Drawer = late(() => import('./drawer.tsx'), { missing: 'floating' });

interface PanesProps {
  /** What leads through the text. */
  readonly outline?: ReactNode;
  /** Its name, where it is not the outline. */
  readonly outlineTitle?: string;
  /** The text itself, with class `text`. */
  readonly children: ReactNode;
  /** What is said about the text. */
  readonly side?: ReactNode;
  /** Name of the side panel, for its button and for screen readers. */
  readonly sideTitle?: string;
  /**
   * What stands level with the text: takes the place of the side panel on wide screens, scrolls with the text and
   * cares for narrow ones itself. Null: it is still to come. `side` is then a drawer everywhere.
   */
  readonly margin?: ReactNode;
}

/**
 * outline | text | side. On wide screens the columns keep their room whether or not they hold something, so that
 * the text never moves; on narrow ones text alone stands there and the others come as drawers.
 */
export function Panes({ outline, outlineTitle, children, side, sideTitle, margin }: PanesProps) {
  const { t } = useMessages();
  const [open, setOpen] = useState<'outline' | 'side' | null>(null);
  const close = (): void => setOpen(null);
  const outlineName = outlineTitle ?? t('common.outline');
  const sideName = sideTitle ?? t('common.details');
  return (
    <div className="panes">
      <nav className="panes-outline" aria-label={outlineName}>
        {outline}
      </nav>
      <div className="panes-main">
        <div className="panes-openers no-print" data-always={margin !== undefined && side !== undefined}>
          {outline === undefined ? (
            <span />
          ) : (
            <span className="panes-open-outline">
              <Button tone="quiet" small onClick={() => setOpen('outline')}>
                <OutlineIcon className="icon" /> {outlineName}
              </Button>
            </span>
          )}
          {side === undefined ? null : (
            <Button tone="quiet" small onClick={() => setOpen('side')}>
              <DetailsIcon className="icon icon-mirrors" /> {sideName}
            </Button>
          )}
        </div>
        {children}
      </div>
      {margin === undefined ? (
        <aside className="panes-side" aria-label={sideName}>
          {side}
        </aside>
      ) : (
        <aside className="panes-side panes-margin" aria-label={t('common.conversation')}>
          {margin}
        </aside>
      )}

      {open === 'outline' ? (
        <Drawer onClose={close} title={outlineName} side="start">
          {/* A link in the outline leads to the text, so the drawer gets out of the way. */}
          {/* biome-ignore lint/a11y/noStaticElementInteractions: the links inside take the keyboard */}
          {/* biome-ignore lint/a11y/useKeyWithClickEvents: a link activated by key clicks too */}
          <div
            onClick={(event) =>
              event.target instanceof Element && event.target.closest('a') ? close() : null
            }
          >
            {outline}
          </div>
        </Drawer>
      ) : null}
      {open === 'side' ? (
        <Drawer onClose={close} title={sideName} side="end">
          {side}
        </Drawer>
      ) : null}
    </div>
  );
}
