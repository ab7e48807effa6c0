import { type FormEvent, useState } from 'react';
import { Link } from 'wouter';
import type { AdoptionWarning } from '../../../shared/domain/adoption.ts';
import type { DocumentId } from '../../../shared/model/ids.ts';
import type { Adoption } from '../../../shared/model/silence.ts';
import type { VersionSummary } from '../../../shared/model/version.ts';
import { signatoryOf } from '../../api/register/signatory.ts';
import type { RegisterView } from '../../api/register/use-register.ts';
import { failureIn } from '../../api/request.ts';
import { useCloseRecord, useMendAdoption } from '../../api/silences.ts';
import { adoptionSentence } from '../../ui/adoption-sentence.ts';
import { announce } from '../../ui/announce.ts';
import { Button } from '../../ui/button.tsx';
import { Byline } from '../../ui/byline.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { FailureNotice } from '../../ui/failure-notice.tsx';
import { useMessages } from '../../ui/messages.ts';
import { Moment } from '../../ui/moment.tsx';
import { Notice } from '../../ui/notice.tsx';
import { AdoptionFields, draftOf, requestOf } from './adoption-fields.tsx';

interface AdoptedTextProps {
  readonly id: DocumentId;
  readonly adoption: Adoption;
  readonly version: VersionSummary | undefined;
  readonly view: RegisterView;
  /** Whether the visitor may correct it and close the record. */
  readonly mayChange: boolean;
}

/** How the text was adopted, and what may still be done about its record. */
export function AdoptedText({ id, adoption, version, view, mayChange }: AdoptedTextProps) {
  const messages = useMessages();
  const { t } = messages;
  const { recordClosedAt } = adoption;
  return (
    <div className="adoption-text stack">
      <p className="adoption-said">{adoptionSentence(messages, adoption)}</p>
      <p>
        <Link href={`/d/${id}/v/${adoption.version}`}>
          {t('adoption.read', { version: version?.name ?? t('adoption.text') })}
        </Link>
      </p>
      <Byline {...signatoryOf(view, adoption.by)} />
      {recordClosedAt === null ? (
        <p>{t('adoption.open')}</p>
      ) : (
        <p>
          <ClosedOn iso={recordClosedAt} />
        </p>
      )}
      {mayChange ? (
        <div className="form-actions">
          <Correction id={id} adoption={adoption} />
          <Closing id={id} />
        </div>
      ) : null}
    </div>
  );
}

function ClosedOn({ iso }: { iso: string }) {
  const { t } = useMessages();
  const [before, after] = t('adoption.closedOn', { moment: '\u0000' }).split('\u0000');
  return (
    <>
      {before}
      <Moment iso={iso} />
      {after}
    </>
  );
}

function Correction({ id, adoption }: { id: DocumentId; adoption: Adoption }) {
  const { t } = useMessages();
  const [draft, setDraft] = useState(() => draftOf(adoption, ''));
  const [open, setOpen] = useState(false);
  const [warnings, setWarnings] = useState<readonly AdoptionWarning[]>([]);
  const mend = useMendAdoption(id);
  const failure = mend.error === null ? null : failureIn(mend.error);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (mend.isPending) return;
    mend.mutateAsync(requestOf(draft)).then(
      (answer) => {
        setOpen(false);
        setWarnings(answer.warnings);
        announce(t('adoption.corrected'));
      },
      () => undefined,
    );
  };
  if (!open)
    return (
      <>
        {warnings
          .filter((one) => one === 'unusual-symbol' || one === 'more-votes-than-members')
          .map((one) => (
            <Notice key={one} tone="warn">
              <p>{t(`adoption.warnings.${one}`)}</p>
            </Notice>
          ))}
        <Button
          onClick={() => {
            setDraft(draftOf(adoption, ''));
            setOpen(true);
          }}
        >
          {t('adoption.correct')}
        </Button>
      </>
    );
  return (
    <form className="form" onSubmit={submit} aria-label={t('adoption.correct')}>
      <AdoptionFields draft={draft} failure={failure} onChange={setDraft} />
      {failure === null ? null : <FailureNotice failure={failure} />}
      <div className="form-actions">
        <Button tone="primary" type="submit" busy={mend.isPending}>
          {t('adoption.save')}
        </Button>
        <Button onClick={() => setOpen(false)}>{t('common.cancel')}</Button>
      </div>
    </form>
  );
}

function Closing({ id }: { id: DocumentId }) {
  const { t } = useMessages();
  const [asking, setAsking] = useState(false);
  const close = useCloseRecord(id);
  return (
    <>
      <Button tone="danger" onClick={() => setAsking(true)}>
        {t('adoption.close')}
      </Button>
      {asking ? (
        <Dialog open onClose={() => setAsking(false)} title={t('adoption.closeTitle')}>
          <p>{t('adoption.closeHelp')}</p>
          {close.error === null ? null : <FailureNotice failure={failureIn(close.error)} />}
          <div className="dialog-actions">
            <Button onClick={() => setAsking(false)}>{t('common.cancel')}</Button>
            <Button
              tone="danger"
              busy={close.isPending}
              onClick={() =>
                void close.mutateAsync().then(
                  () => announce(t('adoption.closed')),
                  () => undefined,
                )
              }
            >
              {t('adoption.close')}
            </Button>
          </div>
        </Dialog>
      ) : null}
    </>
  );
}
