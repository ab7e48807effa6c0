import './change-styles.css';
import { Fragment, type ReactNode } from 'react';
import { useMessages } from '../../ui/messages.ts';
import { Runs } from '../../ui/runs.tsx';
import type { MarkedWords } from './marked-words.ts';

interface ChangedWordsProps {
  readonly words: readonly MarkedWords[];
  /** `both` draws one redline; `from` and `to` draw one text with its own words marked. */
  readonly side: 'both' | 'from' | 'to';
}

/** Words with insertions and deletions marked. Screen readers hear where each begins and ends. */
export function ChangedWords({ words, side }: ChangedWordsProps) {
  const { t } = useMessages();
  const hidden = side === 'from' ? '+' : side === 'to' ? '-' : null;
  return stretches(words.filter(({ operation }) => operation !== hidden)).map(({ operation, pieces }, k) => {
    const inside = pieces.map((piece, at) =>
      piece.joiner ? (
        // biome-ignore lint/suspicious/noArrayIndexKey: pieces have no identity but their place
        <ParagraphEnd key={at} changed={operation !== '='} />
      ) : (
        // biome-ignore lint/suspicious/noArrayIndexKey: pieces have no identity but their place
        <Runs key={at} runs={[piece.run]} />
      ),
    );
    // biome-ignore lint/suspicious/noArrayIndexKey: pieces have no identity but their place
    if (operation === '=') return <Fragment key={k}>{inside}</Fragment>;
    const quiet = pieces.every((piece) => piece.typography);
    return (
      // biome-ignore lint/suspicious/noArrayIndexKey: pieces have no identity but their place
      <Change key={k} operation={operation} quiet={quiet} words={t}>
        {inside}
      </Change>
    );
  });
}

interface ChangeProps {
  readonly operation: '+' | '-';
  readonly quiet: boolean;
  readonly words: ReturnType<typeof useMessages>['t'];
  readonly children: ReactNode;
}

function Change({ operation, quiet, words: t, children }: ChangeProps) {
  const Mark = operation === '+' ? 'ins' : 'del';
  const spoken = operation === '+' ? t('changes.inserted') : t('changes.deleted');
  // A change of spaces or quotation marks alone is drawn, but not read out: it would drown the words.
  return (
    <Mark className="change" data-quiet={quiet || undefined}>
      {quiet ? null : <bdi className="visually-hidden">{spoken}</bdi>}
      {children}
      {quiet ? null : <bdi className="visually-hidden">{t('changes.end')}</bdi>}
    </Mark>
  );
}

/** Where one paragraph ends and the next begins inside a row that was split or merged. */
function ParagraphEnd({ changed }: { changed: boolean }) {
  return (
    <>
      {changed ? <span className="change-pilcrow">¶</span> : null}
      <br />
    </>
  );
}

interface Stretch {
  readonly operation: MarkedWords['operation'];
  readonly pieces: MarkedWords[];
}

/** Neighbours of one operation together, so that a change that crosses a format is announced once. */
function stretches(words: readonly MarkedWords[]): Stretch[] {
  const found: Stretch[] = [];
  for (const piece of words) {
    const open = found.at(-1);
    if (open !== undefined && open.operation === piece.operation) open.pieces.push(piece);
    else found.push({ operation: piece.operation, pieces: [piece] });
  }
  return found;
}
