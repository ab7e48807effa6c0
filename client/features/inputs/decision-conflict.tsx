import type { Input } from '../../../shared/domain/input.ts';
import { signatoryOf } from '../../api/register/signatory.ts';
import type { RegisterView } from '../../api/register/use-register.ts';
import { Button } from '../../ui/button.tsx';
import { useMessages } from '../../ui/messages.ts';
import { Moment } from '../../ui/moment.tsx';
import { Notice } from '../../ui/notice.tsx';

interface DecisionConflictProps {
  /** Decided by somebody else since they were looked at. */
  readonly inputs: readonly Input[];
  readonly view: RegisterView;
  readonly onLeaveOut: () => void;
  readonly onAnew: () => void;
}

/** Another facilitator was quicker: their decision, and what to do with one's own, of which nothing is lost. */
export function DecisionConflict({ inputs, view, onLeaveOut, onAnew }: DecisionConflictProps) {
  const { t } = useMessages();
  return (
    <Notice tone="warn" title={t('inputs.conflict.title', { count: inputs.length })} live>
      <ul className="stack">
        {inputs.map(({ id, disposition }) =>
          disposition === null ? null : (
            <li key={id}>
              <p>
                <strong>{t(`dispositions.decision.${disposition.decision}`)}</strong>{' '}
                <bdi>{signatoryOf(view, disposition.by).name}</bdi> · <Moment iso={disposition.by.at} short />
              </p>
              {disposition.reason === '' ? null : <p dir="auto">{disposition.reason}</p>}
            </li>
          ),
        )}
      </ul>
      <p>{t('inputs.conflict.kept')}</p>
      <div className="form-actions">
        <Button small onClick={onLeaveOut}>
          {t('inputs.conflict.leaveOut')}
        </Button>
        <Button small onClick={onAnew}>
          {t('inputs.conflict.anew')}
        </Button>
      </div>
    </Notice>
  );
}
