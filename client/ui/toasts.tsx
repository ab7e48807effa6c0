import { useEffect, useState, useSyncExternalStore } from 'react';
import { dismiss, TOAST_MS, type Toast, toastStore } from './announce.ts';
import { IconButton } from './button.tsx';
import { CloseIcon } from './icons.ts';
import { useMessages } from './messages.ts';

/** The place where `announce` is seen and heard. One for the page. */
export function Toasts() {
  const toasts = useSyncExternalStore(toastStore.subscribe, toastStore.get);
  return (
    <div className="toasts" role="status" aria-live="polite">
      {toasts.map((toast) => (
        <ToastCard key={toast.id} toast={toast} />
      ))}
    </div>
  );
}

function ToastCard({ toast }: { toast: Toast }) {
  const { t } = useMessages();
  const [held, setHeld] = useState(false);
  useEffect(() => {
    if (held) return;
    const timer = setTimeout(() => dismiss(toast.id), TOAST_MS);
    return () => clearTimeout(timer);
  }, [held, toast.id]);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: pointing at it only keeps it on the screen
    <div
      className="toast"
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <span>{toast.text}</span>
      <IconButton small label={t('common.dismiss')} onClick={() => dismiss(toast.id)}>
        <CloseIcon className="icon" />
      </IconButton>
    </div>
  );
}
