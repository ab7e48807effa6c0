import '../declarations.css';
import './declaration-form.css';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import type { DocumentAnswer } from '../../../../shared/api/document.ts';
import type { MemberIdentity } from '../../../../shared/api/member.ts';
import { dateInUtc } from '../../../../shared/messages/moments.ts';
import type { Declaration } from '../../../../shared/model/declaration.ts';
import type { IsoTime, ParagraphId } from '../../../../shared/model/ids.ts';
import { useCorrectDeclaration, useFileDeclaration } from '../../../api/declarations.ts';
import type { RegisterView } from '../../../api/register/use-register.ts';
import { failureIn } from '../../../api/request.ts';
import { announce } from '../../../ui/announce.ts';
import { Button } from '../../../ui/button.tsx';
import { FailureNotice } from '../../../ui/failure-notice.tsx';
import { useMessages } from '../../../ui/messages.ts';
import { languageName } from '../languages.ts';
import { holderName } from '../record.ts';
import type { RecordText } from '../use-record-text.ts';
import { draftOf, freshDraft, isWorthKeeping, mistakesIn, wordsOf } from './draft.ts';
import { KindField, ObjectFields, SourceFields, WordFields } from './fields.tsx';
import { HolderField } from './holder-field.tsx';
import { Review } from './review.tsx';
import { useKeptDeclaration } from './use-kept-declaration.ts';

interface DeclarationFormProps {
  readonly answer: DocumentAnswer;
  readonly me: MemberIdentity;
  readonly view: RegisterView;
  readonly text: RecordText;
  /** The paragraph it was begun at. */
  readonly paragraph: ParagraphId | null;
  /** The declaration to be corrected; null for a new one. */
  readonly corrects: Declaration | null;
  readonly onDone: (id: string) => void;
}

/** Files or corrects a declaration: fields, then everything that will be recorded, then it is sent. */
export function DeclarationForm({
  answer,
  me,
  view,
  text,
  paragraph,
  corrects,
  onDone,
}: DeclarationFormProps) {
  const { t, locale } = useMessages();
  const { id } = answer.document;
  const { draft, change, drop, keyOf } = useKeptDeclaration(
    id,
    me.participant.id,
    corrects?.id ?? 'new',
    corrects === null
      ? freshDraft(paragraph, languageName(new Intl.Locale(locale).language, locale))
      : draftOf(corrects, (tag) => languageName(tag, locale)),
  );
  const [step, setStep] = useState<'writing' | 'told' | 'review'>('writing');
  const [now] = useState(() => new Date().toISOString() as IsoTime);
  const file = useFileDeclaration(id, { keyOf });
  const correct = useCorrectDeclaration(id);
  const act = corrects === null ? file : correct;
  const mistakes = mistakesIn(draft, locale);
  const top = useRef<HTMLDivElement>(null);
  const reviewing = step === 'review' && mistakes.length === 0;
  // Another step is another page to whoever reads it: it begins at its top.
  useEffect(() => {
    if (reviewing) top.current?.focus();
  }, [reviewing]);
  const words = wordsOf(draft, text.version.id, locale);
  const group = draft.onBehalfOf === null ? null : (view.rows.group.get(draft.onBehalfOf) ?? null);
  const done = (declaration: string): void => {
    drop();
    announce(t(corrects === null ? 'declarations.form.done' : 'declarations.form.doneCorrect'));
    onDone(declaration);
  };
  const send = (): void => {
    if (act.isPending) return;
    if (corrects === null)
      file.mutate({ ...words, onBehalfOf: group?.id ?? null }, { onSuccess: ({ entry }) => done(entry.id) });
    else correct.mutate({ declaration: corrects.id, words }, { onSuccess: ({ entry }) => done(entry.id) });
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setStep(mistakes.length === 0 ? 'review' : 'told');
  };
  if (reviewing) {
    const { name } = me.participant;
    const delegation = me.delegation.name;
    const version = text.version.name;
    const remarks = [
      corrects === null
        ? t(
            answer.document.adoption === undefined
              ? 'declarations.review.before'
              : 'declarations.review.after',
            { version },
          )
        : t('declarations.review.corrects', { date: dateInUtc(corrects.by.at, locale) }),
      ...(group === null && me.delegation.constituency !== 'government'
        ? [t('declarations.review.apart')]
        : []),
    ];
    return (
      <div className="declaration-form" ref={top} tabIndex={-1}>
        <Review
          draft={draft}
          words={words}
          text={text}
          by={
            group === null && corrects?.holder.noun !== 'group'
              ? t('declarations.review.by', { name, delegation })
              : t('declarations.review.byGroup', {
                  name,
                  delegation,
                  group: group?.name ?? (corrects === null ? '' : holderName(view, corrects)),
                })
          }
          remarks={remarks}
          corrects={corrects}
        />
        {act.error === null ? null : <FailureNotice failure={failureIn(act.error)} />}
        <div className="form-actions">
          <Button tone="primary" busy={act.isPending} onClick={send}>
            {t(corrects === null ? 'declarations.form.submit' : 'declarations.form.submitCorrect')}
          </Button>
          <Button onClick={() => setStep('writing')}>{t('declarations.form.back')}</Button>
        </div>
      </div>
    );
  }
  const told = step === 'told' ? mistakes : [];
  return (
    <form className="form declaration-form" onSubmit={submit} noValidate>
      <KindField draft={draft} change={change} />
      {corrects === null ? (
        <HolderField
          me={me}
          view={view}
          now={now}
          value={draft.onBehalfOf}
          onChange={(onBehalfOf) => change({ onBehalfOf })}
        />
      ) : null}
      <ObjectFields draft={draft} change={change} text={text} mistakes={told} />
      <WordFields draft={draft} change={change} text={text} mistakes={told} />
      <SourceFields draft={draft} change={change} mistakes={told} />
      <p className="soft small">{t('declarations.form.kept')}</p>
      {told.length === 0 ? null : (
        <p className="field-error" role="alert">
          {t('declarations.form.mistakes')}: {told.map((mistake) => mistakeName(mistake)).join(', ')}
        </p>
      )}
      <div className="form-actions">
        <Button tone="primary" type="submit">
          {t('declarations.form.review')}
        </Button>
        {corrects === null ? null : (
          <Button
            onClick={() => {
              drop();
              onDone(corrects.id);
            }}
          >
            {t('common.cancel')}
          </Button>
        )}
        {isWorthKeeping(draft) && corrects === null ? (
          <Button
            onClick={() => {
              drop();
              setStep('writing');
              announce(t('declarations.form.discarded'));
            }}
          >
            {t('declarations.form.discard')}
          </Button>
        ) : null}
      </div>
    </form>
  );

  function mistakeName(mistake: (typeof mistakes)[number]): string {
    switch (mistake) {
      case 'objects':
        return t('declarations.form.objects');
      case 'statement':
        return t('declarations.form.statement');
      case 'language':
        return t('declarations.form.language');
      case 'original':
      case 'original-language':
        return t('declarations.form.original');
      case 'recording':
        return t('declarations.form.recording');
      case 'time':
        return t('declarations.form.time');
      case 'written':
        return t('declarations.form.written');
    }
  }
}
