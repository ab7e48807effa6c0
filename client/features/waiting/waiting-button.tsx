import '../../ui/words/waiting.ts';
import type { DocumentId } from '../../../shared/model/ids.ts';
import { useFreshWaiting, useWaiting } from '../../api/waiting.ts';
import { WaitingIcon } from '../../ui/icons.ts';
import { LazyMenu } from '../../ui/lazy-menu.tsx';
import { useMessages } from '../../ui/messages.ts';
import { ToolCount } from '../../ui/tool-count.tsx';

const load = () => import('./waiting-menu.tsx');

/** In the header of a document: that something waits for the visitor, and what. Nothing where nothing waits. */
export default function WaitingButton({ documentId }: { documentId: DocumentId }) {
  const { t, locale } = useMessages();
  const { data } = useWaiting(documentId, true);
  useFreshWaiting(documentId, true);
  const waiting = data?.waiting ?? [];
  if (waiting.length === 0) return null;
  const total = waiting.reduce((sum, { count }) => sum + count, 0);
  const label = t('waiting.button', { count: total });
  const icon = (
    <>
      <WaitingIcon className="icon" />
      <ToolCount count={total} locale={locale} />
    </>
  );
  return <LazyMenu label={label} icon={icon} load={load} props={{ documentId, waiting, label, icon }} />;
}
