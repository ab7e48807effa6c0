import { Dialog as Base } from '@base-ui/react/dialog';
import type { ReactNode } from 'react';
import { IconButton } from './button.tsx';
import { CloseIcon } from './icons.ts';
import { useMessages } from './messages.ts';

interface OverlayProps {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly title: string;
  readonly children: ReactNode;
}

/** A modal question. For anything longer prefer a page or a panel. */
export function Dialog({ open, onClose, title, children }: OverlayProps) {
  return (
    <Base.Root open={open} onOpenChange={(next) => (next ? undefined : onClose())}>
      <Base.Portal>
        <Base.Backdrop className="dialog-backdrop" />
        <Base.Popup className="dialog-popup">
          <Base.Title className="dialog-title">{title}</Base.Title>
          {children}
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}

/** A panel from the edge, for what stands beside the text on wide screens. */
export function Drawer({ open, onClose, title, side, children }: OverlayProps & { side: 'start' | 'end' }) {
  const { t } = useMessages();
  return (
    <Base.Root open={open} onOpenChange={(next) => (next ? undefined : onClose())}>
      <Base.Portal>
        <Base.Backdrop className="dialog-backdrop" />
        <Base.Popup className="drawer-popup" data-side={side}>
          <div className="drawer-head">
            <Base.Title className="drawer-title">{title}</Base.Title>
            <Base.Close
              render={
                <IconButton label={t('common.close')}>
                  <CloseIcon className="icon" />
                </IconButton>
              }
            />
          </div>
          {children}
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}
