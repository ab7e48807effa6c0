import { useState } from 'react';
import type { Declaration } from '../../../../shared/model/declaration.ts';
import type { ParagraphId } from '../../../../shared/model/ids.ts';
import { useJoinDeclaration, useLeaveDeclaration } from '../../../api/declarations.ts';
import type { RegisterView } from '../../../api/register/use-register.ts';
import { failureIn } from '../../../api/request.ts';
import { announce } from '../../../ui/announce.ts';
import { Button } from '../../../ui/button.tsx';
import { FailureNotice } from '../../../ui/failure-notice.tsx';
import { useMessages } from '../../../ui/messages.ts';
import { Moment } from '../../../ui/moment.tsx';
import { ParagraphPicker } from '../../../ui/paragraph-picker.tsx';
import { labelsOf } from '../record.ts';
import type { RecordText } from '../use-record-text.ts';
import { Fact } from './fact.tsx';

interface StandingProps {
  readonly row: Declaration;
  readonly view: RegisterView;
  readonly text: RecordText | null;
  readonly mayFile: boolean;
}

/** Where one's own delegation stands to a declaration, and what it may do: align, except on paragraphs, or leave. */
export function Standing({ row, view: { me }, text, mayFile }: StandingProps) {
  const { t } = useMessages();
  const [open, setOpen] = useState<'joining' | 'leaving' | null>(null);
  if (me === null || row.withdrawnAt !== null) return null;
  const { delegation } = me;
  const isHolder = row.holder.noun === 'delegation' && row.holder.id === delegation.id;
  const joined = row.joined.find(({ delegationId }) => delegationId === delegation.id);
  if (isHolder || (!mayFile && joined === undefined)) return null;
  const close = (): void => setOpen(null);
  return (
    <Fact title={t('declarations.join.title')}>
      <div className="stack" data-standing>
        {joined === undefined ? null : (
          <p>
            {t('declarations.join.joined', { delegation: delegation.name })}
            {joined.except.length === 0
              ? ''
              : `, ${t('declarations.card.except', {
                  labels: labelsOf(joined.except, text, t),
                })}`}{' '}
            · <Moment iso={joined.at} short zone={false} />
          </p>
        )}
        {!mayFile ? null : open === 'joining' ? (
          <Joining
            row={row}
            name={delegation.name}
            text={text}
            before={joined?.except ?? []}
            onClose={close}
          />
        ) : open === 'leaving' ? (
          <Leaving row={row} name={delegation.name} onClose={close} />
        ) : (
          <div className="form-actions">
            <Button tone={joined === undefined ? 'primary' : 'plain'} onClick={() => setOpen('joining')}>
              {t(joined === undefined ? 'declarations.join.open' : 'declarations.join.change')}
            </Button>
            {joined === undefined ? null : (
              <Button onClick={() => setOpen('leaving')}>{t('declarations.join.leave')}</Button>
            )}
          </div>
        )}
      </div>
    </Fact>
  );
}

interface JoiningProps {
  readonly row: Declaration;
  readonly name: string;
  readonly text: RecordText | null;
  readonly before: readonly ParagraphId[];
  readonly onClose: () => void;
}

function Joining({ row, name, text, before, onClose }: JoiningProps) {
  const { t } = useMessages();
  const [except, setExcept] = useState(before);
  const join = useJoinDeclaration(row.documentId);
  const submit = (): void =>
    join.mutate(
      { declaration: row.id, except },
      {
        onSuccess: () => {
          announce(t('declarations.join.done'));
          onClose();
        },
      },
    );
  return (
    <div className="form">
      {text === null ? null : (
        <ParagraphPicker
          label={t('declarations.join.except')}
          help={t('declarations.join.exceptHelp')}
          paragraphs={text.paragraphs}
          cited={text.cited}
          value={except}
          onChange={setExcept}
        />
      )}
      <p className="small">{t('declarations.join.records', { delegation: name })}</p>
      {join.error === null ? null : <FailureNotice failure={failureIn(join.error)} />}
      <div className="form-actions">
        <Button tone="primary" busy={join.isPending} onClick={submit}>
          {t('declarations.join.submit')}
        </Button>
        <Button onClick={onClose}>{t('common.cancel')}</Button>
      </div>
    </div>
  );
}

function Leaving({ row, name, onClose }: Pick<JoiningProps, 'row' | 'name' | 'onClose'>) {
  const { t } = useMessages();
  const leave = useLeaveDeclaration(row.documentId);
  const submit = (): void =>
    leave.mutate(row.id, {
      onSuccess: () => {
        announce(t('declarations.join.left'));
        onClose();
      },
    });
  return (
    <div className="stack">
      <p>{t('declarations.join.leaveRecords', { delegation: name })}</p>
      {leave.error === null ? null : <FailureNotice failure={failureIn(leave.error)} />}
      <div className="form-actions">
        <Button tone="danger" busy={leave.isPending} onClick={submit}>
          {t('declarations.join.leave')}
        </Button>
        <Button onClick={onClose}>{t('common.cancel')}</Button>
      </div>
    </div>
  );
}
