import '../declarations.css';
import { Link } from 'wouter';
import type { DeclarationsAnswer, PlacedParagraph } from '../../../../shared/api/declaration.ts';
import type { DocumentId, ParagraphId } from '../../../../shared/model/ids.ts';
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

function Diverged({ documentId, view, placed }: DivergedProps) {
  const { t, locale } = useMessages();
  const diverged = placed?.diverged ?? [];
  const named = diverged
    .map((one) => ({ ...one, who: view.directory.delegations.get(one.delegation) }))
    .sort((a, b) => (a.who?.name ?? '').localeCompare(b.who?.name ?? '', locale));
  return (
    <section className="declaration-side" data-diverged>
      <h2 className="section-title">
        {diverged.length === 0
          ? t('declarations.paragraphAnswer.nobody')
          : t('declarations.paragraphAnswer.diverged', { count: diverged.length })}
      </h2>
      {diverged.length === 0 ? null : (
        <ul className="declaration-names">
          {named.map(({ delegation, who, declarations }) => (
            <li key={delegation}>
              <ConstituencySign constituency={who?.constituency ?? null} />{' '}
              <Link href={delegationQuestion(documentId, delegation)}>
                <bdi>{who?.name ?? ''}</bdi>
              </Link>
              <span className="soft small">
                {declarations.map((id) => {
                  const row = view.rows.declaration.get(id);
                  return row === undefined ? null : (
                    <span key={id}>
                      {' · '}
                      <Link href={declarationAddress(documentId, id)}>
                        {t(`declarations.kind.${row.kind}`)}
                        {row.holder.noun === 'group' || row.holder.id !== delegation ? (
                          <>
                            {' '}
                            (<bdi>{holderName(view, row)}</bdi>)
                          </>
                        ) : null}
                      </Link>
                    </span>
                  );
                })}
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
