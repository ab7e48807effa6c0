import { memo, type ReactNode, useEffect, useMemo, useRef } from 'react';
import type { statements } from '../../../../shared/messages/en/statements.ts';
import type { Span } from '../../../../shared/notes/span.ts';
import { useMessages } from '../../../ui/messages.ts';
import type { ReadNotes } from './notes-worker.ts';
import { kindsIn, partsOf } from './source-parts.ts';

type PartName = keyof typeof statements.read.parts;

interface SourceViewProps {
  readonly source: string;
  readonly read: ReadNotes;
  /** The stretch that is looked at; rises with each look, so that the same one is shown again. */
  readonly shown: (Span & { readonly look: number }) | null;
  /** Somebody pointed at this offset. */
  readonly onPoint: (offset: number) => void;
}

/** The text as it came, with what was recognised marked in place. Every character of it is there. */
export function SourceView({ source, read, shown, onPoint }: SourceViewProps) {
  const { t } = useMessages();
  const box = useRef<HTMLElement>(null);
  const look = shown?.look;
  // biome-ignore lint/correctness/useExhaustiveDependencies: `look` stands for `shown`
  useEffect(() => {
    if (shown === null || box.current === null) return;
    const part = [...box.current.querySelectorAll<HTMLElement>('[data-start]')].find(
      (one) => Number(one.dataset.end) > shown.start,
    );
    if (part !== undefined)
      box.current.scrollTo({ top: part.offsetTop - box.current.offsetTop - 48, behavior: 'auto' });
  }, [look]);
  return (
    <div className="notes-source-pane">
      <details className="notes-legend">
        <summary>{t('statements.read.legend')}</summary>
        <ul>
          {kindsIn(read).map((kind) => (
            <li key={kind}>
              <span className="notes-part" data-part={kind}>
                {t(`statements.read.parts.${kind as PartName}`)}
              </span>
            </li>
          ))}
        </ul>
      </details>
      <section
        ref={box}
        className="notes-source"
        aria-label={t('statements.read.source')}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: whoever has no pointer scrolls it with the arrow keys
        tabIndex={0}
        dir="auto"
      >
        <MarkedSource
          source={source}
          read={read}
          start={shown?.start ?? -1}
          end={shown?.end ?? -1}
          onPoint={onPoint}
        />
      </section>
    </div>
  );
}

interface MarkedProps {
  readonly source: string;
  readonly read: ReadNotes;
  readonly start: number;
  readonly end: number;
  readonly onPoint: (offset: number) => void;
}

const MarkedSource = memo(function MarkedSource({ source, read, start, end, onPoint }: MarkedProps) {
  const { t } = useMessages();
  const parts = partsOf(read);
  const names = useMemo(
    () => new Map(kindsIn(read).map((kind) => [kind, t(`statements.read.parts.${kind as PartName}`)])),
    [read, t],
  );
  const pieces: ReactNode[] = parts.map((part) => (
    <span
      key={part.start}
      className="notes-part"
      data-part={part.kind}
      data-start={part.start}
      data-end={part.end}
      data-shown={(part.start < end && part.end > start) || undefined}
      title={names.get(part.kind)}
    >
      {source.slice(part.start, part.end)}
    </span>
  ));
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: each statement has a button that leads here
    // biome-ignore lint/a11y/noStaticElementInteractions: pointing is a short cut, not the only way
    <div
      className="notes-words"
      onClick={({ target }) => {
        const at = (target as HTMLElement).dataset.start;
        if (at !== undefined) onPoint(Number(at));
      }}
    >
      {pieces}
    </div>
  );
});
