import { type FormEvent, useState } from 'react';
import { type AgreementStatus, STATUSES } from '../../../shared/model/disposition.ts';
import type { DocumentId, ParagraphId } from '../../../shared/model/ids.ts';
import { failureIn } from '../../api/request.ts';
import { useSetStatuses } from '../../api/rolling.ts';
import { announce } from '../../ui/announce.ts';
import { Button } from '../../ui/button.tsx';
import { FailureNotice } from '../../ui/failure-notice.tsx';
import { useMessages } from '../../ui/messages.ts';
import { Notice } from '../../ui/notice.tsx';

interface StatusSetterProps {
  readonly documentId: DocumentId;
  /** Chosen paragraphs with the words that were looked at. */
  readonly chosen: ReadonlyMap<ParagraphId, string>;
  readonly onAll: () => void;
  readonly onNone: () => void;
}

/** Sets one status on all chosen paragraphs. Refused whole where the words are others than those looked at. */
export function StatusSetter({ documentId, chosen, onAll, onNone }: StatusSetterProps) {
  const { t } = useMessages();
  const [status, setStatus] = useState<AgreementStatus>('agreed-ad-referendum');
  const set = useSetStatuses(documentId);
  const failure = set.error === null ? null : failureIn(set.error);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (chosen.size === 0 || set.isPending) return;
    const paragraphs = [...chosen.keys()];
    set.mutate(
      { paragraphs, status, words: Object.fromEntries(chosen) },
      {
        onSuccess: () => {
          announce(t('rolling.set.done', { count: paragraphs.length }));
          onNone();
        },
      },
    );
  };
  return (
    <form className="status-setter no-print" onSubmit={submit} aria-label={t('rolling.set.title')}>
      <span role="status">
        {chosen.size === 0 ? t('rolling.set.none') : t('rolling.set.chosen', { count: chosen.size })}
      </span>
      <Button small tone="quiet" onClick={onAll}>
        {t('rolling.set.chooseAll')}
      </Button>
      {chosen.size === 0 ? null : (
        <>
          <Button small tone="quiet" onClick={onNone}>
            {t('rolling.set.chooseNone')}
          </Button>
          <select
            className="field-input"
            aria-label={t('rolling.set.to')}
            value={status}
            onChange={({ target }) => setStatus(target.value as AgreementStatus)}
          >
            {STATUSES.map((each) => (
              <option key={each} value={each}>
                {t(`rolling.statuses.${each}`)}
              </option>
            ))}
          </select>
          <Button small tone="primary" type="submit" busy={set.isPending}>
            {t('rolling.set.submit')}
          </Button>
          <span className="soft small">{t('rolling.set.records')}</span>
        </>
      )}
      {failure === null ? null : failure.code === 'text-changed' ? (
        <Notice tone="warn" title={t('rolling.set.changed')} live>
          <p>{t('rolling.set.changedHelp')}</p>
        </Notice>
      ) : (
        <FailureNotice failure={failure} />
      )}
    </form>
  );
}
