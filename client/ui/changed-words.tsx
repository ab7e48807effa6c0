import { Fragment } from 'react';
import type { WordDifference } from '../../shared/compare/comparison.ts';
import { useMessages } from './messages.ts';

/**
 * Words with insertions underlined and deletions struck; screen readers hear where each begins and ends. What only
 * they hear stands in a <bdi>, which `dir="auto"` passes over.
 */
export function ChangedWords({ words }: { words: readonly WordDifference[] }) {
  const { t } = useMessages();
  return words.map(([sign, text], k) => {
    // biome-ignore lint/suspicious/noArrayIndexKey: pieces have no identity but their place
    if (sign === '=') return <Fragment key={k}>{text}</Fragment>;
    const Mark = sign === '+' ? 'ins' : 'del';
    return (
      // biome-ignore lint/suspicious/noArrayIndexKey: pieces have no identity but their place
      <Mark key={k}>
        <bdi className="visually-hidden">{t(sign === '+' ? 'changes.inserted' : 'changes.deleted')}</bdi>
        {text}
        <bdi className="visually-hidden">{t('changes.end')}</bdi>
      </Mark>
    );
  });
}
