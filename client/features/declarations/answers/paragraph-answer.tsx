import '../declarations.css';
import { Link } from 'wouter';
import type { DeclarationsAnswer, PlacedParagraph } from '../../../../shared/api/declaration.ts';
import type { DelegationId, DocumentId, ParagraphId } from '../../../../shared/model/ids.ts';
import type { RegisterView } from '../../../api/register/use-register.ts';
import { ConstituencySign } from '../../../ui/constituency-sign.tsx';
import { useMessages } from '../../../ui/messages.ts';
import { declarationAddress, delegationQuestion, textAddress } from '../addresses.ts';
import { holderName } from '../record.ts';
import type { RecordText } from '../use-record-text.ts';
import { PlacedHere } from './placed-here.tsx';

interface ParagraphAnswerProps {
  readonly documentId: DocumentId;
  readonly paragraph: ParagraphId;
  readonly view: RegisterView;
  readonly answer: DeclarationsAnswer | undefined;
  readonly text: RecordText;
}

/** Who diverged from a paragraph, and what is on record at it. */
export function ParagraphAnswer({ documentId, paragraph, view, answer, text }: ParagraphAnswerProps) {
  const { t } = useMessages();
  const { version } = text;
  const found = text.byId.get(paragraph);
  const placed = answer?.paragraphs.find((one) => one.paragraph === paragraph);
  if (found === undefined) return <p>{t('declarations.paragraphAnswer.gone', { version: version.name })}</p>;
  return (
    <>
      <blockquote className="declaration-quote" dir="auto">
        {found.text}
      </blockquote>
      <p className="small">
        <Link href={textAddress(documentId, version.id, paragraph)}>
          {t('declarations.paragraphAnswer.inText', { version: version.name })}
        </Link>
      </p>
      <Diverged documentId={documentId} view={view} placed={placed} />
      <PlacedHere view={view} answer={answer} placed={placed} level={2} />
    </>
  );
}

interface DivergedProps {
  readonly documentId: DocumentId;
  readonly view: RegisterView;
  readonly placed: PlacedParagraph | undefined;
}

/** Governments first; other stakeholders who reserved are named apart. */
function Diverged({ documentId, view, placed }: DivergedProps) {
  const { t, locale } = useMessages();
  const named = (placed?.diverged ?? [])
    .map((one) => ({ ...one, who: view.directory.delegations.get(one.delegation) }))
    .sort((a, b) => (a.who?.name ?? '').localeCompare(b.who?.name ?? '', locale));
  const [governments, others] = [true, false].map((wanted) =>
    named.filter(({ who }) => (who?.constituency === 'government') === wanted),
  );
  const names = (list: typeof named) => (
    <ul className="declaration-names">
      {list.map(({ delegation, who, declarations }) => (
        <li key={delegation}>
          <ConstituencySign constituency={who?.constituency ?? null} />{' '}
          <Link href={delegationQuestion(documentId, delegation)}>
            <bdi>{who?.name ?? ''}</bdi>
          </Link>
          <By documentId={documentId} view={view} delegation={delegation} declarations={declarations} />
        </li>
      ))}
    </ul>
  );
  return (
    <section className="declaration-side" data-diverged>
      <h2 className="section-title">
        {governments === undefined || governments.length === 0
          ? t('declarations.paragraphAnswer.nobody')
          : t('declarations.paragraphAnswer.diverged', { count: governments.length })}
      </h2>
      {names(governments ?? [])}
      {others === undefined || others.length === 0 ? null : (
        <>
          <h3 className="declaration-fact-title">
            {t('declarations.paragraphAnswer.divergedApart', { count: others.length })}
          </h3>
          {names(others)}
        </>
      )}
    </section>
  );
}

interface ByProps {
  readonly documentId: DocumentId;
  readonly view: RegisterView;
  readonly delegation: DelegationId;
  readonly declarations: readonly string[];
}

/** By which declarations, and whose they are where they are not its own. */
function By({ documentId, view, delegation, declarations }: ByProps) {
  const { t } = useMessages();
  return (
    <span className="soft small">
      {declarations.map((id) => {
        const row = view.rows.declaration.get(id);
        if (row === undefined) return null;
        const own = row.holder.noun === 'delegation' && row.holder.id === delegation;
        return (
          <span key={id}>
            {' · '}
            <Link href={declarationAddress(documentId, id)}>
              {t(`declarations.kind.${row.kind}`)}
              {own ? null : (
                <>
                  {' '}
                  (<bdi>{holderName(view, row)}</bdi>)
                </>
              )}
            </Link>
          </span>
        );
      })}
    </span>
  );
}
