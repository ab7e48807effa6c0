import type { ProposalId } from '../../../../shared/model/ids.ts';
import { newKey } from '../../../api/new-key.ts';
import type { OrderingText } from '../../../api/paragraphs.ts';
import type { RegisterView } from '../../../api/register/use-register.ts';
import { Button } from '../../../ui/button.tsx';
import { Field } from '../../../ui/field.tsx';
import { useMessages } from '../../../ui/messages.ts';
import { ParagraphPicker } from '../../../ui/paragraph-picker.tsx';
import { proposalNames } from '../proposal-names.ts';
import { DelegationSelect } from './delegation-select.tsx';
import { PassageFields } from './passage-fields.tsx';
import { type FieldMistake, newPassage, SPOKEN_FOR, type StatementFields } from './statement-fields.ts';

interface FieldsFormProps {
  readonly value: StatementFields;
  readonly onChange: (value: StatementFields) => void;
  readonly mistakes: readonly FieldMistake[];
  readonly view: RegisterView;
  readonly text: OrderingText;
  /** The delegation was proposed because of its name. */
  readonly suggested?: boolean;
}

/** Every field of a statement: to write one, to mend one, to correct what was recognised. */
export function FieldsForm({ value, onChange, mistakes, view, text, suggested = false }: FieldsFormProps) {
  const { t } = useMessages();
  const put = (part: Partial<StatementFields>): void => onChange({ ...value, ...part });
  const wrong = (field: FieldMistake['field']): string | undefined => {
    const mistake = mistakes.find((one) => one.field === field && one.passage === null);
    return mistake === undefined ? undefined : t(`statements.form.${mistake.why}`);
  };
  const proposals = proposalNames(view, t);
  return (
    <div className="statement-fields">
      <div className="statement-row">
        <Field label={t('statements.form.speaker')} error={wrong('speaker')}>
          <input
            dir="auto"
            value={value.speaker}
            onChange={(event) => put({ speaker: event.target.value })}
          />
        </Field>
        <DelegationSelect
          label={t('statements.form.delegation')}
          help={t(suggested ? 'statements.form.suggested' : 'statements.form.delegationHelp')}
          none={t('statements.form.nobody')}
          directory={view.directory}
          value={value.delegationId}
          onChange={(delegationId) => put({ delegationId })}
        />
      </div>
      <div className="statement-row">
        <Field label={t('statements.form.meeting')}>
          <input
            dir="auto"
            value={value.meeting}
            onChange={(event) => put({ meeting: event.target.value })}
          />
        </Field>
        <Field label={t('statements.form.date')}>
          <input type="date" value={value.date} onChange={(event) => put({ date: event.target.value })} />
        </Field>
      </div>
      <div className="statement-row">
        {SPOKEN_FOR.map((name) => (
          <Field
            key={name}
            label={t(`statements.form.${name}`)}
            help={t(name === 'except' ? 'statements.form.exceptHelp' : 'statements.form.names')}
          >
            <textarea
              dir="auto"
              rows={Math.max(1, value[name].split('\n').length)}
              value={value[name]}
              onChange={(event) => put({ [name]: event.target.value })}
            />
          </Field>
        ))}
      </div>
      {value.passages.map((passage, n) => (
        <PassageFields
          key={passage.key}
          n={n}
          value={passage}
          mistakes={mistakes}
          onChange={(next) => put({ passages: value.passages.map((one, k) => (k === n ? next : one)) })}
          onRemove={() => put({ passages: value.passages.filter((_one, k) => k !== n) })}
        />
      ))}
      {wrong('passages') === undefined ? null : <p className="field-error">{wrong('passages')}</p>}
      <p>
        <Button
          small
          onClick={() => {
            const last = value.passages.at(-1);
            const added = { ...newPassage(newKey(), last?.language ?? 'en'), url: last?.url ?? '' };
            put({ passages: [...value.passages, added] });
          }}
        >
          {t('statements.form.addPassage')}
        </Button>
      </p>
      <Field label={t('statements.form.written')} error={wrong('written')}>
        <input
          type="url"
          dir="ltr"
          value={value.written}
          onChange={(event) => put({ written: event.target.value })}
        />
      </Field>
      <ParagraphPicker
        label={t('statements.form.paragraphs')}
        paragraphs={text.paragraphs}
        cited={text.cited}
        value={value.paragraphs}
        onChange={(paragraphs) => put({ paragraphs })}
      />
      {proposals.size === 0 ? null : (
        <>
          <Field label={t('statements.form.proposals')}>
            <select
              value=""
              onChange={(event) => {
                const id = event.target.value as ProposalId;
                if (event.target.value !== '') put({ proposals: [...new Set([...value.proposals, id])] });
              }}
            >
              <option value="">{t('statements.form.addProposal')}</option>
              {[...proposals].map(([id, name]) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </select>
          </Field>
          <ul className="paragraph-chips">
            {value.proposals.map((id) => (
              <li key={id}>
                <Button
                  small
                  aria-label={t('statements.form.removeProposal', { name: proposals.get(id) ?? '…' })}
                  onClick={() => put({ proposals: value.proposals.filter((other) => other !== id) })}
                >
                  <bdi>{proposals.get(id) ?? '…'}</bdi> <span aria-hidden>×</span>
                </Button>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
