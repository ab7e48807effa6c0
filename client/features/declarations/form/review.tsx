import { useMemo } from 'react';
import type { DeclarationCorrection } from '../../../../shared/api/declaration.ts';
import { decideObjects } from '../../../../shared/domain/declaration-objects.ts';
import type { Declaration } from '../../../../shared/model/declaration.ts';
import { useMessages } from '../../../ui/messages.ts';
import { readTimeCode, timeCode } from '../../../ui/time-code.ts';
import { KindSign } from '../kind-sign.tsx';
import { objectWords } from '../objects-list.tsx';
import { Spoken } from '../spoken-words.tsx';
import type { RecordText } from '../use-record-text.ts';
import { type DeclarationDraft, objectsOf } from './draft.ts';

interface ReviewProps {
  readonly draft: DeclarationDraft;
  readonly words: DeclarationCorrection;
  readonly text: RecordText;
  /** Who files it, in a sentence. */
  readonly by: string;
  /** What else is to be known of it: before or after adoption, that it is a correction, that it is shown apart. */
  readonly remarks: readonly string[];
  /** The declaration that is corrected. */
  readonly corrects: Declaration | null;
}

/** Everything that will be recorded, before it is. */
export function Review({ draft, words, text, by, remarks, corrects }: ReviewProps) {
  const { t } = useMessages();
  const version = text.version.name;
  const decided = useMemo(() => decideObjects(draft.kind, objectsOf(draft), text.paragraphs), [draft, text]);
  const objects = decided.ok ? decided.value.objects : [];
  const wanted = objectsOf(draft);
  const said = (index: number): string => {
    const object = wanted[index];
    return object === undefined || object.on === 'text' || object.on === 'paragraph'
      ? ''
      : object.on === 'term'
        ? object.term
        : object.on === 'reference'
          ? object.reference
          : object.language;
  };
  return (
    <section className="declaration-review" aria-label={t('declarations.review.title')}>
      <h2 className="section-title">{t('declarations.review.title')}</h2>
      <p className="declaration-line-title">
        <KindSign kind={draft.kind} /> {t(`declarations.kind.${draft.kind}`)}
      </p>
      <ul className="declaration-objects">
        {objects.map((object, k) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: objects have no identity but their place
          <li key={k}>
            <bdi>{objectWords(object, t)}</bdi>
          </li>
        ))}
      </ul>
      <Spoken words={words.statement} as="statement" />
      {words.original == null ? null : <Spoken words={words.original} as="original" />}
      {draft.grounds.length === 0 ? null : (
        <p className="small">
          {t('declarations.card.grounds')}:{' '}
          {draft.grounds.map((ground) => t(`declarations.ground.${ground}`)).join(', ')}
        </p>
      )}
      {words.recording == null ? null : (
        <p className="small">
          {readTimeCode(draft.time) === null
            ? t('declarations.card.recording')
            : t('declarations.card.recordingAt', { time: timeCode(readTimeCode(draft.time) ?? 0) })}
          : <bdi className="mono">{words.recording.url}</bdi>
        </p>
      )}
      {words.written == null ? null : (
        <p className="small">
          {t('declarations.card.written')}: <bdi className="mono">{words.written}</bdi>
        </p>
      )}
      <ul className="declaration-remarks">
        {(decided.ok ? decided.value.warnings : []).map(({ code, object }) => (
          <li key={object} data-warning>
            ⚠ {t(`declarations.review.warning.${code}`, { what: said(object), version })}
          </li>
        ))}
        <li>{by}</li>
        {remarks.map((remark) => (
          <li key={remark}>{remark}</li>
        ))}
        {corrects !== null && corrects.joined.length > 0 ? <li>{t('declarations.form.leftGroup')}</li> : null}
        <li>{t('declarations.review.stays')}</li>
      </ul>
    </section>
  );
}
