import { Dialog as Base } from '@base-ui/react/dialog';
import type { ReactNode } from 'react';
import { IconButton } from './button.tsx';
import { CloseIcon } from './icons.ts';
import { useMessages } from './messages.ts';

interface DrawerProps {
  readonly onClose: () => void;
  readonly title: string;
  readonly side: 'start' | 'end';
  readonly children: ReactNode;
}

/** A panel from the edge, for what stands beside the text on wide screens. Fetched when first opened. */
export default function Drawer({ onClose, title, side, children }: DrawerProps) {
  const { t } = useMessages();
  return (
    <Base.Root open onOpenChange={(next) => (next ? undefined : onClose())}>
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
