import { Link } from 'wouter';
import type { DocumentId } from '../../../../shared/model/ids.ts';
import type { Signature } from '../../../../shared/model/signature.ts';
import type { Statement } from '../../../../shared/model/statement.ts';
import type { OrderingText } from '../../../api/paragraphs.ts';
import { signatoryOf } from '../../../api/register/signatory.ts';
import type { RegisterView } from '../../../api/register/use-register.ts';
import { ConstituencySign } from '../../../ui/constituency-sign.tsx';
import { useMessages } from '../../../ui/messages.ts';
import { Moment } from '../../../ui/moment.tsx';
import { Day } from '../day.tsx';
import { proposalNames } from '../proposal-names.ts';
import { SpokenForFacts } from './spoken-for-facts.tsx';

interface FactsProps {
  readonly row: Statement;
  readonly view: RegisterView;
}

/** Speaker as printed, whom they spoke for, meeting and day; apart from it the delegation it is taken for. */
export function StatementHead({ row, view, link = null }: FactsProps & { readonly link?: string | null }) {
  const { t } = useMessages();
  const taken = row.delegationId === null ? undefined : view.directory.delegations.get(row.delegationId);
  return (
    <header className="statement-head">
      <p className="statement-speaker">
        {link === null ? (
          <bdi>{row.speaker}</bdi>
        ) : (
          <Link href={link}>
            <bdi>{row.speaker}</bdi>
          </Link>
        )}
      </p>
      <SpokenForFacts spokenFor={row.spokenFor} />
      <p className="statement-when">
        {row.meeting === '' ? null : <bdi>{row.meeting}</bdi>}
        {row.meeting === '' ? null : ' · '}
        {row.date === null ? t('statements.card.noDate') : <Day iso={row.date} />}
      </p>
      <p className="statement-taken">
        {taken === undefined ? (
          <span className="soft">{t('statements.card.takenForNobody')}</span>
        ) : (
          <>
            <span className="soft">{t('statements.card.takenFor')}</span>{' '}
            <ConstituencySign constituency={taken.constituency} /> <bdi>{taken.name}</bdi>
          </>
        )}
      </p>
    </header>
  );
}

/** Whether it was checked, and by whom. */
export function VerifiedMark({ row, view }: FactsProps) {
  const { t } = useMessages();
  if (row.verified === null)
    return <span className="badge badge-warn">{t('statements.card.unverified')}</span>;
  const { name, delegation } = signatoryOf(view, row.verified);
  return (
    <span className="statement-verified">
      <span aria-hidden>✓ </span>
      {t('statements.card.verified', { who: name, delegation })} ·{' '}
      <Moment iso={row.verified.at} short zone={false} />
    </span>
  );
}

/** Who put it in and who changed it last: never shown as who said it. */
export function StatementOrigin({ row, view }: FactsProps) {
  const { t } = useMessages();
  const words = (key: 'entered' | 'edited', by: Signature) => {
    const { name, delegation } = signatoryOf(view, by);
    return (
      <>
        {t(`statements.card.${key}`, { who: name, delegation })} · <Moment iso={by.at} short zone={false} />
      </>
    );
  };
  return (
    <p className="statement-origin">
      <span>{words('entered', row.by)}</span>
      {row.editedBy === undefined ? null : <span>{words('edited', row.editedBy)}</span>}
    </p>
  );
}

interface LinksProps extends FactsProps {
  readonly documentId: DocumentId;
  readonly text: OrderingText | undefined;
}

/** Written statement, paragraphs and proposals. */
export function StatementLinks({ row, view, documentId, text }: LinksProps) {
  const { t } = useMessages();
  const names = proposalNames(view, t);
  const page = text?.text === 'working' ? 'draft' : `v/${text?.text ?? 'latest'}`;
  return (
    <>
      {row.written === null ? null : (
        <p className="statement-written">
          <a href={row.written} target="_blank" rel="noreferrer">
            {t('statements.card.written')}
            <span className="visually-hidden"> {t('statements.card.newTab')}</span>
          </a>
        </p>
      )}
      {row.paragraphs.length + row.proposals.length === 0 ? null : (
        <p className="statement-links">
          <span className="soft">{t('statements.card.links')}</span>{' '}
          {row.paragraphs.map((id) => (
            <Link key={id} className="statement-link" href={`/d/${documentId}/${page}#p-${id}`}>
              <bdi>¶ {text?.cited.get(id) ?? t('dispositions.unnumberedShort')}</bdi>
            </Link>
          ))}
          {row.proposals.map((id) => (
            <Link key={id} className="statement-link" href={`/d/${documentId}/proposals/${id}`}>
              <span aria-hidden>◇ </span>
              <bdi>{names.get(id) ?? '…'}</bdi>
            </Link>
          ))}
        </p>
      )}
    </>
  );
}
