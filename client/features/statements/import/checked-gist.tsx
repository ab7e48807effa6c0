import type { RegisterView } from '../../../api/register/use-register.ts';
import { useMessages } from '../../../ui/messages.ts';
import { dayInWords } from '../day.tsx';
import { SPOKEN_FOR } from '../form/statement-fields.ts';
import type { Checked } from './checked.ts';

/** A statement as it would stand in the library, in little. */
export function CheckedGist({ one: { fields, suggested }, view }: { one: Checked; view: RegisterView }) {
  const { t, locale } = useMessages();
  const taken = fields.delegationId === null ? null : view.directory.delegations.get(fields.delegationId);
  return (
    <div className="checked-gist">
      <p className="statement-speaker">
        <bdi>{fields.speaker === '' ? '…' : fields.speaker}</bdi>
      </p>
      {SPOKEN_FOR.map((name) =>
        fields[name].trim() === '' ? null : (
          <p key={name} className="statement-standing">
            <span className="soft">{t(`statements.card.${name}`)}</span>{' '}
            <bdi>{fields[name].split('\n').join(', ')}</bdi>
          </p>
        ),
      )}
      <p className="statement-taken">
        {taken == null ? (
          <span className="soft">{t('statements.card.takenForNobody')}</span>
        ) : (
          <>
            <span className="soft">{t('statements.card.takenFor')}</span> <bdi>{taken.name}</bdi>
            {suggested ? <span className="soft"> ({t('statements.form.suggested')})</span> : null}
          </>
        )}
      </p>
      <p className="statement-when">
        {[fields.meeting, fields.date === '' ? '' : dayInWords(fields.date, locale)]
          .filter((words) => words !== '')
          .join(' · ')}
      </p>
      <ol className="statement-spoken">
        {fields.passages.map((passage) => (
          <li key={passage.key} className="statement-passage" data-manner={passage.manner}>
            <p className="statement-manner">
              {t(`statements.card.${passage.manner}`)}
              {passage.time === '' ? '' : ` · ${passage.time}`}
            </p>
            <p className="statement-words" dir="auto" lang={passage.language}>
              {passage.text}
            </p>
          </li>
        ))}
      </ol>
      {fields.written === '' ? null : (
        <p className="statement-written">
          <span className="soft">{t('statements.card.written')}:</span> <bdi dir="ltr">{fields.written}</bdi>
        </p>
      )}
    </div>
  );
}
