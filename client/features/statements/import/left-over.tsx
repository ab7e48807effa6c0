import { useMemo } from 'react';
import type { Span } from '../../../../shared/notes/span.ts';
import { Button } from '../../../ui/button.tsx';
import { useMessages } from '../../../ui/messages.ts';
import type { ReadNotes } from './notes-worker.ts';
import { leftOver, lineOf } from './source-parts.ts';

interface LeftOverProps {
  readonly source: string;
  readonly read: ReadNotes;
  readonly onShow: (span: Span) => void;
  readonly onMake: ((span: Span, words: string) => void) | null;
}

/** What was not understood, with its place: nothing of a text goes unnoticed. */
export function LeftOver({ source, read, onShow, onMake }: LeftOverProps) {
  const { t } = useMessages();
  const found = useMemo(
    () =>
      (['not-understood', 'unattributed'] as const).map(
        (kind) => [kind, leftOver(source, read, kind)] as const,
      ),
    [source, read],
  );
  if (found.every(([, spans]) => spans.length === 0))
    return <p className="soft small">{t('statements.read.allUnderstood')}</p>;
  return found.map(([kind, spans]) =>
    spans.length === 0 ? null : (
      <details key={kind} className="left-over" open={kind === 'not-understood' || undefined}>
        <summary>
          {t(kind === 'unattributed' ? 'statements.read.unattributed' : 'statements.read.notUnderstood', {
            count: spans.length,
          })}
        </summary>
        {onMake === null ? null : <p className="soft small">{t('statements.read.notUnderstoodHelp')}</p>}
        <ol>
          {spans.map(({ text, ...span }) => (
            <li key={span.start}>
              <p className="soft small">{t('statements.read.line', { n: lineOf(source, span.start) })}</p>
              <p className="left-over-words" dir="auto">
                {text}
              </p>
              <p className="statement-act-row">
                <Button small tone="quiet" onClick={() => onShow(span)}>
                  {t('statements.read.show')}
                </Button>
                {onMake === null ? null : (
                  <Button small tone="quiet" onClick={() => onMake(span, text)}>
                    {t('statements.read.make')}
                  </Button>
                )}
              </p>
            </li>
          ))}
        </ol>
      </details>
    ),
  );
}
