import type { ReactNode } from 'react';

interface NoticeProps {
  readonly tone?: 'info' | 'warn' | 'error';
  readonly title?: string;
  /** Interrupts a screen reader: for the answer to what was just done. */
  readonly live?: boolean;
  readonly children?: ReactNode;
}

/** A remark on the page itself: what happened, what was kept, what to do. */
export function Notice({ tone = 'info', title, live = false, children }: NoticeProps) {
  return (
    <div className={`notice notice-${tone}`} role={live ? 'alert' : undefined}>
      {title === undefined ? null : <p className="notice-title">{title}</p>}
      {children}
    </div>
  );
}
