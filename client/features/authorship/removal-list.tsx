import { useState } from 'react';
import type { Authorship } from '../../../shared/api/text.ts';
import type { ParticipantId } from '../../../shared/model/ids.ts';
import { Button } from '../../ui/button.tsx';
import { useMessages } from '../../ui/messages.ts';
import { Moment } from '../../ui/moment.tsx';
import './authorship.css';

/** Entries shown before one asks for more. */
const STEP = 50;

interface RemovalListProps {
  readonly authorship: Authorship;
  readonly only: ParticipantId | null;
}

/** Who deleted what and when, the newest first. */
export function RemovalList({ authorship, only }: RemovalListProps) {
  const { t } = useMessages();
  const [most, setMost] = useState(STEP);
  const { people, paragraphs, deletions } = authorship;
  const labels = new Map(paragraphs.map(({ id, label }) => [id, label]));
  const shown = only === null ? deletions : deletions.filter(({ by }) => by === only);
  const placeOf = (paragraph: (typeof deletions)[number]['paragraph']): string => {
    const label = paragraph === null ? undefined : labels.get(paragraph);
    if (label === undefined) return t('authors.inGone');
    return label === '' ? t('authors.inUnnumbered') : t('authors.inParagraph', { label });
  };
  return (
    <section className="authors-removals" aria-labelledby="authors-removals">
      <h2 className="panes-heading" id="authors-removals">
        {t('authors.removals')}
      </h2>
      {shown.length === 0 ? (
        <p className="soft">{t('authors.noRemovals')}</p>
      ) : (
        <ol>
          {shown.slice(0, most).map(({ by, of, at, text, paragraph }, k) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: deletions have no identity but their place
            <li key={k}>
              <del dir="auto">{text.trim() === '' ? t('authors.deletedSpace') : text}</del>
              <p className="small soft">
                {t('authors.removedBy', {
                  name: people[by]?.name ?? by,
                  delegation: people[by]?.delegation ?? '',
                })}
                , <Moment iso={at} short zone={false} />
                {of === by ? null : <>, {t('authors.wordsOf', { name: people[of]?.name ?? of })}</>}{' '}
                {labels.has(paragraph ?? ('' as never)) ? (
                  <a href={`#p-${paragraph}`}>{placeOf(paragraph)}</a>
                ) : (
                  placeOf(paragraph)
                )}
              </p>
            </li>
          ))}
        </ol>
      )}
      {shown.length > most ? (
        <Button small onClick={() => setMost(most + STEP)}>
          {t('authors.more', { count: Math.min(STEP, shown.length - most) })}
        </Button>
      ) : null}
    </section>
  );
}
