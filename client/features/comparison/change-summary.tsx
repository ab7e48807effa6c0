import type { Comparison } from '../../../shared/compare/comparison.ts';
import { useMessages } from '../../ui/messages.ts';

const COUNTED = ['changed', 'added', 'removed', 'moved', 'split', 'merged'] as const;

/** The answer first: how many paragraphs became what, words and brackets, and any bound that cut in. */
export function ChangeSummary({ comparison }: { comparison: Comparison }) {
  const { t } = useMessages();
  const { summary, limits } = comparison;
  const counts = COUNTED.filter((kind) => summary[kind] > 0);
  return (
    <section className="compare-summary" aria-label={t('comparison.summary')}>
      <p className="compare-answer">
        {counts.length === 0
          ? t('comparison.identical')
          : counts.map((kind) => t(`changes.summary.${kind}`, { count: summary[kind] })).join(' · ')}
      </p>
      <p className="soft small">
        {[
          t('comparison.words', { added: summary.words.added, removed: summary.words.removed }),
          ...(summary.relabelled > 0 ? [t('comparison.relabelled', { count: summary.relabelled })] : []),
          ...(summary.brackets.from + summary.brackets.to > 0
            ? [t('comparison.brackets', { from: summary.brackets.from, to: summary.brackets.to })]
            : []),
        ].join(' · ')}
      </p>
      {limits.map((limit) => (
        <p key={limit.code} className="compare-limit">
          {t('comparison.limit', { detail: limit.detail })}
        </p>
      ))}
    </section>
  );
}
