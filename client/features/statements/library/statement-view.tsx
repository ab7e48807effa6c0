import '../statements.css';
import { type ReactNode, useState } from 'react';
import { Link, useLocation } from 'wouter';
import type { DocumentAnswer } from '../../../../shared/api/document.ts';
import { canBeChecked, keepsStatement } from '../../../../shared/domain/statement.ts';
import type { Statement } from '../../../../shared/model/statement.ts';
import type { OrderingText } from '../../../api/paragraphs.ts';
import type { RegisterView } from '../../../api/register/use-register.ts';
import { failureIn } from '../../../api/request.ts';
import { useVerifyStatement, useWithdrawStatement } from '../../../api/statements.ts';
import { announce } from '../../../ui/announce.ts';
import { Button, buttonClass } from '../../../ui/button.tsx';
import { FailureNotice } from '../../../ui/failure-notice.tsx';
import { useMessages } from '../../../ui/messages.ts';
import { Notice } from '../../../ui/notice.tsx';
import { statementAddress, statementsAddress } from '../addresses.ts';
import { EarlierWordings } from './earlier-wordings.tsx';
import { SpokenPassages } from './spoken-passages.tsx';
import { StatementHead, StatementLinks, StatementOrigin, VerifiedMark } from './statement-facts.tsx';

interface StatementViewProps {
  readonly answer: DocumentAnswer;
  readonly row: Statement;
  readonly revision: number;
  readonly view: RegisterView;
  readonly text: OrderingText;
  /** What others say about it. */
  readonly children: ReactNode;
}

/** One statement, whole: what was said, where to hear it, who checked it, what others say. */
export function StatementView({ answer, row, revision, view, text, children }: StatementViewProps) {
  const { t } = useMessages();
  const { id } = answer.document;
  return (
    <>
      <p className="statement-back">
        <Link href={statementsAddress(id)}>{t('statements.back')}</Link>
      </p>
      {row.withdrawnAt === null ? null : <Notice tone="warn" title={t('statements.card.withdrawn')} />}
      <article className="statement statement-whole" aria-label={row.speaker}>
        <StatementHead row={row} view={view} />
        {row.passages.length === 0 ? (
          <p className="soft">{t('statements.card.alignmentOnly')}</p>
        ) : (
          <SpokenPassages passages={row.passages} />
        )}
        <StatementLinks row={row} view={view} documentId={id} text={text} />
        <p className="statement-foot">
          <VerifiedMark row={row} view={view} />
        </p>
        <StatementOrigin row={row} view={view} />
        <StatementActs answer={answer} row={row} revision={revision} view={view} />
        {revision > 1 ? <EarlierWordings documentId={id} row={row} revision={revision} view={view} /> : null}
      </article>
      <section id="said" className="statement-said" aria-label={t('statements.act.thread')}>
        <h2>{t('statements.act.thread')}</h2>
        {children}
      </section>
    </>
  );
}

type ActsProps = Pick<StatementViewProps, 'answer' | 'row' | 'revision' | 'view'>;

/** Checking, editing and taking out, for whoever may. */
function StatementActs({ answer, row, revision, view }: ActsProps) {
  const { t } = useMessages();
  const [, go] = useLocation();
  const [sure, setSure] = useState<'verify' | 'withdraw' | null>(null);
  const verify = useVerifyStatement(answer.document.id, row.id);
  const withdraw = useWithdrawStatement(answer.document.id, row.id);
  const { me } = view;
  if (me === null || !answer.abilities['statement.write'].allowed || row.withdrawnAt !== null) return null;
  const facilitator = me.participant.role === 'facilitator';
  const keeps = keepsStatement(row, {
    id: me.participant.id,
    delegationId: me.delegation.id,
    // Heads of delegations are known to the server alone; it says no where somebody is none.
    head: row.by.delegationId === me.delegation.id,
    facilitator,
  });
  const own = (row.editedBy ?? row.by).participantId === me.participant.id;
  const error = verify.error ?? withdraw.error;
  const check = (verified: boolean): void =>
    verify.mutate(
      { revision, verified },
      {
        onSuccess: () => {
          setSure(null);
          if (verified) announce(t('statements.act.verifiedNow'));
        },
      },
    );
  return (
    <div className="statement-acts">
      <div className="statement-act-row">
        {row.verified !== null ? (
          row.verified.participantId === me.participant.id || facilitator ? (
            <Button small busy={verify.isPending} onClick={() => check(false)}>
              {t('statements.act.unverify')}
            </Button>
          ) : null
        ) : own || !canBeChecked(row) ? null : (
          <Button small aria-expanded={sure === 'verify'} onClick={() => setSure('verify')}>
            {t('statements.act.verify')}
          </Button>
        )}
        {keeps ? (
          <>
            <Link
              className={buttonClass('plain', true)}
              href={`${statementAddress(answer.document.id, row.id)}/edit`}
            >
              {t('statements.act.edit')}
            </Link>
            <Button
              small
              tone="quiet"
              aria-expanded={sure === 'withdraw'}
              onClick={() => setSure('withdraw')}
            >
              {t('statements.act.withdraw')}
            </Button>
          </>
        ) : null}
      </div>
      {row.verified === null && (own || !canBeChecked(row)) ? (
        <p className="soft small">
          {t(canBeChecked(row) ? 'statements.act.verifyOwn' : 'statements.act.verifyNothing')}
        </p>
      ) : null}
      {sure === null ? null : (
        <Notice title={t(`statements.act.${sure}`)}>
          <p>{t(sure === 'verify' ? 'statements.act.verifyHelp' : 'statements.act.withdrawHelp')}</p>
          <p className="statement-act-row">
            {sure === 'verify' ? (
              <Button small tone="primary" busy={verify.isPending} onClick={() => check(true)}>
                {t('statements.act.verify')}
              </Button>
            ) : (
              <Button
                small
                tone="danger"
                busy={withdraw.isPending}
                onClick={() =>
                  withdraw.mutate(undefined, { onSuccess: () => go(statementsAddress(answer.document.id)) })
                }
              >
                {t('statements.act.withdrawNow')}
              </Button>
            )}
            <Button small tone="quiet" onClick={() => setSure(null)}>
              {t('common.cancel')}
            </Button>
          </p>
        </Notice>
      )}
      {error === null ? null : <FailureNotice failure={failureIn(error)} />}
    </div>
  );
}
