import { useMessages } from './messages.ts';
import type { ParagraphCounts } from './text-surface.ts';

/** How much was said: ●2 comments, ◇1 proposal; nothing where nothing was. */
export function SaidCounts({ counts }: { counts: ParagraphCounts | undefined }) {
  const { t } = useMessages();
  if (counts === undefined || counts.comments + counts.proposals === 0) return null;
  return (
    <span className="said-counts">
      {counts.comments === 0 ? null : <span aria-hidden>●{counts.comments}</span>}
      {counts.proposals === 0 ? null : (
        <span className="said-proposals" aria-hidden>
          ◇{counts.proposals}
        </span>
      )}
      <span className="visually-hidden">
        {t('common.comments', { count: counts.comments })},{' '}
        {t('common.proposals', { count: counts.proposals })}
      </span>
    </span>
  );
}
