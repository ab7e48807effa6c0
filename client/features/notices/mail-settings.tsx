import { type FormEvent, useState } from 'react';
import type { MailAnswer } from '../../../shared/api/mail.ts';
import type { DocumentId } from '../../../shared/model/ids.ts';
import { MAIL_FREQUENCIES, type MailFrequency } from '../../../shared/model/mail.ts';
import { useMail, useSetMail } from '../../api/mail.ts';
import { failureIn } from '../../api/request.ts';
import { announce } from '../../ui/announce.ts';
import { Button } from '../../ui/button.tsx';
import { FailureNotice, fieldProblem } from '../../ui/failure-notice.tsx';
import { Choices, Field } from '../../ui/field.tsx';
import { useMessages } from '../../ui/messages.ts';
import { Notice } from '../../ui/notice.tsx';
import { ListSkeleton } from '../../ui/skeleton.tsx';

/** Whether and where one is written to. */
export function MailSettings({ id }: { id: DocumentId }) {
  const { t } = useMessages();
  const mail = useMail(id);
  return (
    <section className="notices-settings" aria-labelledby="notices-mail">
      <h2 id="notices-mail">{t('notices.mail.title')}</h2>
      {mail.error !== null && mail.data === undefined ? (
        <FailureNotice failure={failureIn(mail.error)} onRetry={() => void mail.refetch()} />
      ) : mail.data === undefined ? (
        <ListSkeleton />
      ) : mail.data.available ? (
        <MailForm id={id} mail={mail.data} />
      ) : (
        <p>{t('notices.mail.off')}</p>
      )}
    </section>
  );
}

const HELP = { off: undefined, daily: 'dailyHelp', each: 'eachHelp' } as const;
const NAME = { off: 'never', daily: 'daily', each: 'each' } as const;

function MailForm({ id, mail }: { id: DocumentId; mail: MailAnswer }) {
  const { t } = useMessages();
  const set = useSetMail(id);
  const [address, setAddress] = useState(mail.address ?? '');
  const [frequency, setFrequency] = useState<MailFrequency>(mail.frequency);
  const failure = set.error === null ? null : failureIn(set.error);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const changed = address.trim() !== mail.address && address.trim() !== '';
    set.mutate(
      { frequency, ...(changed ? { address: address.trim() } : {}) },
      {
        onSuccess: () =>
          announce(changed ? t('notices.mail.asked', { address: address.trim() }) : t('notices.mail.saved')),
      },
    );
  };
  return (
    <form className="form" onSubmit={submit}>
      <p>{t('notices.mail.help')}</p>
      {mail.address === null || mail.frequency === 'off' ? null : mail.confirmed ? (
        <p>{t('notices.mail.confirmed', { address: mail.address })}</p>
      ) : (
        <Notice>
          <p>{t('notices.mail.waiting', { address: mail.address })}</p>
          <p>
            <Button small busy={set.isPending} onClick={() => set.mutate({ address: mail.address ?? '' })}>
              {t('notices.mail.again')}
            </Button>
          </p>
        </Notice>
      )}
      {mail.problem === null ? null : (
        <Notice tone="warn">
          <p>{t('notices.mail.problem', { detail: mail.problem })}</p>
        </Notice>
      )}
      <Choices
        label={t('notices.mail.frequency')}
        value={frequency}
        onChange={setFrequency}
        options={MAIL_FREQUENCIES.map((value) => {
          const help = HELP[value];
          const text = t(`notices.mail.${NAME[value]}`);
          return help === undefined ? { value, text } : { value, text, help: t(`notices.mail.${help}`) };
        })}
      />
      <Field label={t('notices.mail.address')} error={fieldProblem(failure, 'address')}>
        <input
          type="email"
          dir="ltr"
          autoComplete="email"
          required={frequency !== 'off'}
          value={address}
          onChange={(event) => setAddress(event.target.value)}
        />
      </Field>
      {failure === null ? null : <FailureNotice failure={failure} />}
      <div>
        <Button type="submit" tone="primary" busy={set.isPending}>
          {t('notices.mail.save')}
        </Button>
      </div>
    </form>
  );
}
