import './outline.css';
import { useMessages } from './messages.ts';
import { SaidCounts } from './said-counts.tsx';
import type { ParagraphCounts } from './text-surface.ts';

/** One heading of a text. */
export interface OutlineEntry {
  readonly id: string;
  readonly text: string;
  /** 1–3, as the headings. */
  readonly level: number;
  /** Labels below it, such as `12–31`; empty where none. */
  readonly labels: string;
}

interface OutlineProps {
  readonly entries: readonly OutlineEntry[];
  /** The section being read. */
  readonly current: string | null;
  readonly hrefOf: (id: string) => string;
  /** Goes there, where the link alone would not do. */
  readonly onGo?: (id: string) => void;
  /** What was said below each heading. */
  readonly counts?: ReadonlyMap<string, ParagraphCounts>;
}

/** The headings of a text as links, with the paragraph numbers below each. */
export function Outline({ entries, current, hrefOf, onGo, counts }: OutlineProps) {
  const { t } = useMessages();
  if (entries.length === 0) return <p className="soft small">{t('reading.outlineEmpty')}</p>;
  return (
    <ol className="outline">
      {entries.map(({ id, text, level, labels }) => (
        <li key={id} className="outline-entry" data-level={level}>
          <a
            href={hrefOf(id)}
            aria-current={id === current ? 'location' : undefined}
            onClick={(event) => {
              if (onGo === undefined) return;
              event.preventDefault();
              onGo(id);
            }}
          >
            <span dir="auto">{text}</span>
            {labels === '' ? null : <bdi className="outline-labels">{labels}</bdi>}
            <SaidCounts counts={counts?.get(id)} />
          </a>
        </li>
      ))}
    </ol>
  );
}
