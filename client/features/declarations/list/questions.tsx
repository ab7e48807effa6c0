import { type FormEvent, useState } from 'react';
import { useLocation } from 'wouter';
import type { DelegationId, DocumentId, ParagraphId } from '../../../../shared/model/ids.ts';
import type { RegisterView } from '../../../api/register/use-register.ts';
import { Button } from '../../../ui/button.tsx';
import { Field } from '../../../ui/field.tsx';
import { useMessages } from '../../../ui/messages.ts';
import { delegationQuestion, paragraphQuestion, termQuestion } from '../addresses.ts';
import type { RecordText } from '../use-record-text.ts';

interface QuestionsProps {
  readonly documentId: DocumentId;
  readonly view: RegisterView;
  readonly text: RecordText | null;
}

/** The three questions a record answers; each leads to an address of its own. */
export function Questions({ documentId, view, text }: QuestionsProps) {
  const { t, locale } = useMessages();
  const [, go] = useLocation();
  const [term, setTerm] = useState('');
  const delegations = [...view.directory.delegations.values()]
    .filter(({ constituency }) => constituency !== null)
    .sort((a, b) => a.name.localeCompare(b.name, locale));
  const lookUp = (event: FormEvent): void => {
    event.preventDefault();
    if (term.trim() !== '') go(termQuestion(documentId, term.trim()));
  };
  return (
    <section className="declaration-questions no-print" aria-label={t('declarations.ask.title')}>
      <Field label={t('declarations.ask.paragraph')}>
        <select
          value=""
          onChange={({ target }) => {
            if (target.value !== '') go(paragraphQuestion(documentId, target.value as ParagraphId));
          }}
        >
          <option value="">{t('declarations.ask.paragraphChoose')}</option>
          {text === null
            ? null
            : [...text.cited].map(([id, label]) => (
                <option key={id} value={id}>
                  {`${label}  ${text.byId.get(id)?.text.slice(0, 60) ?? ''}`}
                </option>
              ))}
        </select>
      </Field>
      <Field label={t('declarations.ask.delegation')}>
        <select
          value=""
          onChange={({ target }) => {
            if (target.value !== '') go(delegationQuestion(documentId, target.value as DelegationId));
          }}
        >
          <option value="">{t('declarations.ask.delegationChoose')}</option>
          {delegations.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </Field>
      <form className="declaration-term" onSubmit={lookUp}>
        <Field label={t('declarations.ask.term')}>
          <input type="search" dir="auto" value={term} onChange={({ target }) => setTerm(target.value)} />
        </Field>
        <Button type="submit">{t('declarations.ask.termSubmit')}</Button>
      </form>
    </section>
  );
}
