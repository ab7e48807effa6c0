import { useState } from 'react';
import type { Connection } from '../../editor/connection/connection.ts';
import type { KeptParagraph, KeptWords } from '../../editor/connection/kept-words.ts';
import { announce } from '../../ui/announce.ts';
import { Button } from '../../ui/button.tsx';
import { useMessages } from '../../ui/messages.ts';
import { Moment } from '../../ui/moment.tsx';
import { useObservable } from './use-observable.ts';

interface KeptWordsPanelProps {
  readonly connection: Connection;
  /** Makes a proposal of them. */
  readonly onPropose?: (words: KeptWords) => void;
}

/** Words that could not be brought into the text, offered back. Absent while there are none. */
export function KeptWordsPanel({ connection, onPropose }: KeptWordsPanelProps) {
  const { t } = useMessages();
  const kept = useObservable(connection.kept);
  const editable = useObservable(connection.editable);
  if (kept.length === 0) return null;
  return (
    <section className="kept no-print" aria-labelledby="kept-title">
      <h2 className="kept-title" id="kept-title">
        {t('drafting.kept.title')}
      </h2>
      <p className="kept-lead">{t('drafting.kept.lead')}</p>
      {kept.map((words) => (
        <KeptCard
          key={words.id}
          words={words}
          connection={connection}
          editable={editable}
          {...(onPropose === undefined ? {} : { onPropose })}
        />
      ))}
    </section>
  );
}

interface KeptCardProps extends KeptWordsPanelProps {
  readonly words: KeptWords;
  readonly editable: boolean;
}

/** Changes that can be proposed: a move or a format alone is nothing to put to others. */
const canPropose = ({ paragraphs }: KeptWords): boolean =>
  paragraphs.some(({ change }) => change === 'words' || change === 'added' || change === 'removed');

function KeptCard({ words, connection, editable, onPropose }: KeptCardProps) {
  const { t } = useMessages();
  const [sure, setSure] = useState(false);
  const [failed, setFailed] = useState<string | null>(null);
  const putBack = async (): Promise<void> => {
    const result = await connection.putBack(words.id);
    if (result.ok) announce(t('drafting.kept.putBackDone'));
    else setFailed(t(`drafting.kept.failed.${result.error}`));
  };
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(asText(words.paragraphs));
      announce(t('common.copied'));
    } catch {
      setFailed(t('common.copyFailed'));
    }
  };
  return (
    <article className="kept-card">
      <p className="kept-why">
        <Moment iso={words.at} short /> · {t(`drafting.kept.reason.${words.reason}`)}
      </p>
      <ul>
        {words.paragraphs.map((paragraph) => (
          <li key={paragraph.paragraph} className="kept-paragraph">
            <KeptParagraphView paragraph={paragraph} />
          </li>
        ))}
      </ul>
      <div className="form-actions">
        <Button small tone="primary" disabled={!editable} onClick={() => void putBack()}>
          {t('drafting.kept.putBack')}
        </Button>
        {onPropose !== undefined && canPropose(words) ? (
          <Button small onClick={() => onPropose(words)}>
            {t('drafting.kept.propose')}
          </Button>
        ) : null}
        <Button small onClick={() => void copy()}>
          {t('drafting.kept.copy')}
        </Button>
        {sure ? (
          <Button small tone="danger" onClick={() => void connection.discard(words.id)}>
            {t('drafting.kept.discardSure')}
          </Button>
        ) : (
          <Button small tone="quiet" onClick={() => setSure(true)}>
            {t('drafting.kept.discard')}
          </Button>
        )}
        {editable ? null : <span className="soft small">{t('drafting.kept.putBackNot')}</span>}
        {sure ? <span className="soft small">{t('drafting.kept.discardHelp')}</span> : null}
      </div>
      {failed === null ? null : (
        <p className="field-error" role="alert">
          {failed}
        </p>
      )}
    </article>
  );
}

function KeptParagraphView({ paragraph }: { paragraph: KeptParagraph }) {
  const { t } = useMessages();
  const { label, change, mine, server } = paragraph;
  return (
    <>
      <span className="badge">{t(`drafting.kept.change.${change}`)}</span>{' '}
      {label === '' ? null : <bdi className="kept-label">{label}</bdi>}
      {mine === null ? null : (
        <p dir="auto" className="kept-mine">
          {mine}
        </p>
      )}
      {server === null || server === mine ? null : (
        <details>
          <summary className="small">{t('drafting.kept.server')}</summary>
          <p dir="auto" className="kept-server">
            {server}
          </p>
        </details>
      )}
    </>
  );
}

/** One's own words as text, for pasting elsewhere. */
const asText = (paragraphs: readonly KeptParagraph[]): string =>
  paragraphs
    .flatMap(({ label, mine }) => (mine === null ? [] : [label === '' ? mine : `${label} ${mine}`]))
    .join('\n\n');
