import { useMessages } from './messages.ts';
import { UnansweredNotice } from './unanswered-notice.tsx';

/** Widths of the lines of a paragraph about to come, in per cent. */
const PARAGRAPHS = [[72], [100, 96, 99, 58], [98, 100, 41], [100, 97, 99, 98, 77], [99, 100, 30]] as const;

/**
 * Stands where text will be. Never over text. `heading` is heard where what comes will bring the page's only heading.
 */
export function TextSkeleton({ heading }: { heading?: string | undefined }) {
  const { t } = useMessages();
  return (
    <div className="text">
      {heading === undefined ? null : (
        <h1 className="visually-hidden" dir="auto">
          {heading}
        </h1>
      )}
      <span className="visually-hidden" role="status">
        {t('common.loading')}
      </span>
      <UnansweredNotice />
      {PARAGRAPHS.map((widths) => (
        <div data-kind="plain" key={widths.join()} aria-hidden>
          {widths.map((width, k) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: lines of a placeholder, some equally long
            <div className="skeleton-line" key={k} style={{ inlineSize: `${width}%` }} />
          ))}
        </div>
      ))}
    </div>
  );
}

/** Stands where a list or table will be. */
export function ListSkeleton({ lines = 4 }: { lines?: number }) {
  const { t } = useMessages();
  return (
    <div>
      <span className="visually-hidden" role="status">
        {t('common.loading')}
      </span>
      <UnansweredNotice />
      {Array.from({ length: lines }, (_, k) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: they are all alike
        <div className="skeleton-line skeleton-row" key={k} aria-hidden />
      ))}
    </div>
  );
}
