import type { OrderingText } from '../../../api/paragraphs.ts';
import { Button } from '../../../ui/button.tsx';
import { Field } from '../../../ui/field.tsx';
import { useMessages } from '../../../ui/messages.ts';
import { PlaceSelect } from './place-select.tsx';
import { type AnswerDraft, withWords } from './submission-draft.ts';

interface CheckedAnswerProps {
  readonly one: AnswerDraft;
  readonly text: OrderingText;
  readonly onChange: (next: AnswerDraft) => void;
  readonly onShow: () => void;
}

/** One question with its answer: what was read, what it is about, whether its parts are decided on singly. */
export function CheckedAnswer({ one, text, onChange, onShow }: CheckedAnswerProps) {
  const { t } = useMessages();
  const unanswered = one.text.trim() === '';
  return (
    <article
      className="checked"
      data-state={one.isIn ? 'open' : 'left-out'}
      aria-label={t('statements.submission.question', { n: one.number })}
    >
      <p className="checked-facts">
        <strong>{t('statements.submission.question', { n: one.number })}</strong>
        {one.section === '' ? null : <bdi className="soft">{one.section}</bdi>}
        {unanswered ? <span className="badge badge-warn">{t('statements.submission.noAnswer')}</span> : null}
      </p>
      <Field label={t('statements.submission.questionWords')}>
        <textarea
          dir="auto"
          rows={2}
          value={one.question}
          onChange={(event) => onChange({ ...one, question: event.target.value })}
        />
      </Field>
      <Field label={t('statements.submission.answer')}>
        <textarea
          dir="auto"
          rows={unanswered ? 1 : Math.min(10, 2 + Math.ceil(one.text.length / 90))}
          value={one.text}
          onChange={(event) => onChange(withWords(one, event.target.value))}
        />
      </Field>
      {one.doubts.length === 0 ? null : (
        <ul className="checked-doubts">
          {one.doubts.map((code) => (
            <li key={code}>{t(`statements.doubts.${code}`)}</li>
          ))}
        </ul>
      )}
      {one.parts.length < 2 ? null : (
        <label className="choice">
          <input
            type="checkbox"
            checked={one.isSplit}
            onChange={(event) => onChange({ ...one, isSplit: event.target.checked })}
          />
          <span>{t('statements.submission.parts', { count: one.parts.length })}</span>
        </label>
      )}
      {unanswered ? null : one.isSplit ? (
        <ol className="answer-parts">
          {one.parts.map((part, n) => (
            <li key={part.start}>
              <blockquote dir="auto">{one.text.slice(part.start, part.end)}</blockquote>
              <PlaceSelect
                label={[
                  t('statements.submission.part', { n: n + 1 }),
                  part.topic,
                  t('statements.submission.link'),
                ]
                  .filter((words) => words !== null)
                  .join(' · ')}
                text={text}
                value={part.paragraph}
                onChange={(paragraph) =>
                  onChange({
                    ...one,
                    parts: one.parts.map((other) => (other === part ? { ...part, paragraph } : other)),
                  })
                }
              />
            </li>
          ))}
        </ol>
      ) : (
        <PlaceSelect
          label={t('statements.submission.link')}
          text={text}
          value={one.paragraph}
          onChange={(paragraph) => onChange({ ...one, paragraph })}
        />
      )}
      <p className="statement-act-row">
        <label className="choice">
          <input
            type="checkbox"
            checked={!one.isIn}
            onChange={(event) => onChange({ ...one, isIn: !event.target.checked })}
          />
          <span>{t('statements.submission.leaveOut')}</span>
        </label>
        <Button small tone="quiet" onClick={onShow}>
          {t('statements.read.show')}
        </Button>
      </p>
    </article>
  );
}
