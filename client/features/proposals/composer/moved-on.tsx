import { useMemo } from 'react';
import { type LabelledParagraph, plainText } from '../../../../shared/model/paragraph.ts';
import { announce } from '../../../ui/announce.ts';
import { Button } from '../../../ui/button.tsx';
import { useMessages } from '../../../ui/messages.ts';
import { Notice } from '../../../ui/notice.tsx';
import { Redline } from '../amendment/redline.tsx';
import { carryOver, hasMovedOn, onNewBase } from '../draft/carry-over.ts';
import { type DraftChange, wordingsOf } from '../draft/proposal-draft.ts';
import { joined } from '../draft/word-changes.ts';

interface MovedOnProps {
  readonly change: DraftChange;
  /** The paragraph as it stands now, or null when it is gone. */
  readonly now: LabelledParagraph | null;
  readonly onChange: (change: DraftChange) => void;
}

/**
 * Says that the paragraph changed while one wrote: what changed, and what one's own amendment would be upon it. It is
 * carried over when one says so, never by itself; where that is not safe, one's wording can be set against the new text.
 */
export function MovedOn({ change, now, onChange }: MovedOnProps) {
  const { t } = useMessages();
  const moved = hasMovedOn(change, now);
  const carried = useMemo(
    () => (moved && now !== null ? carryOver(change, now) : null),
    [moved, change, now],
  );
  if (!moved || change.base === null) return null;
  if (now === null)
    return (
      <Notice tone="warn" title={t('proposals.moved.goneTitle')} live>
        <p>{t('proposals.moved.goneHelp')}</p>
      </Notice>
    );
  const standing = plainText(now.runs);
  const take = (next: DraftChange): void => {
    onChange(next);
    announce(t('proposals.moved.taken'));
  };
  return (
    <Notice tone="warn" title={t('proposals.moved.title')} live>
      <p className="soft small">{t('proposals.moved.theirs')}</p>
      <Redline from={plainText(change.base.runs)} to={standing} />
      {carried === null ? (
        <p>{t('proposals.moved.cannot')}</p>
      ) : change.act === 'replace' ? (
        <>
          <p className="soft small">{t('proposals.moved.yours')}</p>
          <Redline from={standing} to={joined(wordingsOf(carried).map(({ text }) => text))} />
        </>
      ) : null}
      <div className="form-actions">
        {carried === null ? null : (
          <Button small tone="primary" onClick={() => take(carried)}>
            {t('proposals.moved.take')}
          </Button>
        )}
        {change.act === 'replace' ? (
          <Button small onClick={() => take(onNewBase(change, now))}>
            {t('proposals.moved.mine')}
          </Button>
        ) : null}
      </div>
    </Notice>
  );
}
