import { type FormEvent, useState } from 'react';
import { useLocation } from 'wouter';
import { useCreateDocument } from '../../api/documents.ts';
import { failureIn } from '../../api/request.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { FailureNotice, fieldProblem } from '../../ui/failure-notice.tsx';
import { Field } from '../../ui/field.tsx';
import { useMessages } from '../../ui/messages.ts';

/** Asks for the title of a new document; whoever creates it is its facilitator. */
export default function CreateDialog({ onClose }: { onClose: () => void }) {
  const { t } = useMessages();
  const [title, setTitle] = useState('');
  const create = useCreateDocument();
  const [, go] = useLocation();
  const failure = create.error === null ? null : failureIn(create.error);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (create.isPending) return;
    create.mutate({ title: title.trim() }, { onSuccess: ({ id }) => go(`/d/${id}/settings`) });
  };
  return (
    <Dialog open onClose={onClose} title={t('home.create.title')}>
      <form className="form" onSubmit={submit}>
        <p className="soft">{t('home.create.help')}</p>
        {failure === null ? null : <FailureNotice failure={failure} />}
        <Field
          label={t('home.create.name')}
          help={t('home.create.nameHelp')}
          error={fieldProblem(failure, 'title')}
        >
          <input value={title} onChange={(event) => setTitle(event.target.value)} required dir="auto" />
        </Field>
        <div className="dialog-actions">
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button tone="primary" type="submit" busy={create.isPending}>
            {t('home.create.submit')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
