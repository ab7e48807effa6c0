import './redline.css';
import { useMemo } from 'react';
import type { WordDifference } from '../../../../shared/compare/comparison.ts';
import type { Direction } from '../../../../shared/model/paragraph.ts';
import { ChangedWords } from '../../../ui/changed-words.tsx';
import { useMessages } from '../../../ui/messages.ts';
import { countWords, wordChanges } from '../draft/word-changes.ts';

interface RedlineProps {
  readonly from: string;
  readonly to: string;
  readonly dir?: Direction;
}

/** An amendment as word differences. */
export function Redline({ from, to, dir = 'auto' }: RedlineProps) {
  const words = useMemo(() => wordChanges(from, to), [from, to]);
  return <RedlineWords words={words} dir={dir} />;
}

/** Word differences that are known already. */
export function RedlineWords({ words, dir = 'auto' }: { words: readonly WordDifference[]; dir?: Direction }) {
  return (
    <p className="redline" dir={dir}>
      <ChangedWords words={words} />
    </p>
  );
}

/** `+7 −2 words`, and in whole words for whoever listens. */
export function WordCounts({ words }: { words: readonly WordDifference[] }) {
  const { t } = useMessages();
  const counts = useMemo(() => countWords(words), [words]);
  if (counts.added + counts.removed === 0) return null;
  return (
    <span className="redline-counts">
      <span aria-hidden>{t('proposals.counts', { ...counts })}</span>
      <span className="visually-hidden">{t('proposals.countsSpoken', { ...counts })}</span>
    </span>
  );
}
