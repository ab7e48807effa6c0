import { Link } from 'wouter';
import { appliedWords } from '../../../../shared/domain/led-to.ts';
import type { Disposition } from '../../../../shared/model/disposition.ts';
import type { DocumentId, ParagraphId } from '../../../../shared/model/ids.ts';
import type { Acceptance } from '../../../../shared/model/proposal.ts';
import { ChangedWords } from '../../../ui/changed-words.tsx';
import { useMessages } from '../../../ui/messages.ts';
import type { SeenChange } from './use-wordings.ts';

interface LedToProps {
  readonly documentId: DocumentId;
  readonly disposition: Disposition;
  /** Where a proposal was taken up: what that did to the text. */
  readonly acceptance: Acceptance | null;
  readonly changeOf: (disposition: Disposition, paragraph: ParagraphId) => SeenChange;
}

/** The paragraphs that an input led to, each with the change in its wording. */
export function LedTo({ documentId, disposition, acceptance, changeOf }: LedToProps) {
  const { t } = useMessages();
  if (acceptance !== null && acceptance.state === 'applied')
    return acceptance.changes.map((change) => {
      const words = appliedWords(change);
      const label = change.before?.label ?? '';
      return (
        <section key={change.change} className="outcome-change">
          <h4 className="outcome-change-title">
            {label === '' ? t('outcomes.changeUnlabelled') : t('outcomes.change', { label })}{' '}
            <span className="soft">{t('outcomes.asAccepted')}</span>
          </h4>
          {words.length === 0 ? null : (
            <p className="input-change" dir="auto">
              <ChangedWords words={words} />
            </p>
          )}
        </section>
      );
    });
  return disposition.ledTo.map((paragraph) => (
    <SeenWording
      key={paragraph}
      documentId={documentId}
      paragraph={paragraph}
      seen={changeOf(disposition, paragraph)}
    />
  ));
}

function SeenWording({
  documentId,
  paragraph,
  seen,
}: {
  documentId: DocumentId;
  paragraph: ParagraphId;
  seen: SeenChange;
}) {
  const { t } = useMessages();
  const { label, from, to, text, change } = seen;
  const title =
    label === ''
      ? t('outcomes.changeUnlabelled')
      : t(change?.kind === 'new' ? 'outcomes.changeNew' : 'outcomes.change', { label });
  const where =
    text === null ? null : `/d/${documentId}/${text === 'working' ? 'draft' : `v/${text}`}#p-${paragraph}`;
  return (
    <section className="outcome-change">
      <h4 className="outcome-change-title">
        {where === null ? title : <Link href={where}>{title}</Link>}{' '}
        {to === null ? null : (
          <span className="soft">
            {from === null || change?.kind === 'new'
              ? t('outcomes.betweenFirst', { to })
              : t('outcomes.between', { from, to })}
          </span>
        )}
      </h4>
      {text === null ? <p className="small soft">{t('outcomes.notYet')}</p> : null}
      {change === null ? null : (
        <>
          {change.kind === 'unchanged' ? <p className="small soft">{t('outcomes.unchanged')}</p> : null}
          {change.kind === 'removed' ? <p className="small soft">{t('outcomes.removed')}</p> : null}
          <p className="input-change" dir="auto">
            <ChangedWords words={change.words} />
          </p>
        </>
      )}
    </section>
  );
}
