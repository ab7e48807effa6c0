import { type FormEvent, useState } from 'react';
import {
  type OutcomeDocument,
  REGISTER_AUDIENCES,
  WORKING_TEXT_AUDIENCES,
} from '../../../shared/model/document.ts';
import { useConfigure } from '../../api/documents.ts';
import { failureIn } from '../../api/request.ts';
import { announce } from '../../ui/announce.ts';
import { Button } from '../../ui/button.tsx';
import { FailureNotice, fieldProblem } from '../../ui/failure-notice.tsx';
import { Choices, Field } from '../../ui/field.tsx';
import { useMessages } from '../../ui/messages.ts';

/** Title, and who may see what. */
export function GeneralForm({ document }: { document: OutcomeDocument }) {
  const { t } = useMessages();
  const [title, setTitle] = useState(document.title);
  const [workingText, setWorkingText] = useState(document.workingText);
  const [register, setRegister] = useState(document.register);
  const configure = useConfigure(document.id);
  const failure = configure.error === null ? null : failureIn(configure.error);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (configure.isPending) return;
    configure.mutate(
      { title: title.trim(), workingText, register },
      { onSuccess: () => announce(t('settings.saved')) },
    );
  };
  return (
    <form className="form" onSubmit={submit}>
      <Field label={t('settings.general.name')} error={fieldProblem(failure, 'title')}>
        <input required dir="auto" value={title} onChange={(event) => setTitle(event.target.value)} />
      </Field>
      <Choices
        label={t('settings.general.workingText')}
        value={workingText}
        onChange={setWorkingText}
        options={WORKING_TEXT_AUDIENCES.map((value) => ({ value, text: t(`settings.general.${value}`) }))}
      />
      <Choices
        label={t('settings.general.register')}
        value={register}
        onChange={setRegister}
        options={REGISTER_AUDIENCES.map((value) => ({ value, text: t(`settings.general.${value}`) }))}
      />
      <p className="field-help">{t('settings.general.registerHelp')}</p>
      {failure === null ? null : <FailureNotice failure={failure} />}
      <div className="form-actions">
        <Button type="submit" busy={configure.isPending}>
          {t('settings.general.save')}
        </Button>
      </div>
    </form>
  );
}
