import type { Decision } from '../../shared/model/disposition.ts';
import './decision-badge.css';
import { useMessages } from './messages.ts';

/** A sign for each, so that decisions are told apart without colour and without reading. */
const SIGNS: Readonly<Record<Decision, string>> = {
  accepted: '✓',
  'accepted-in-part': '◐',
  'not-accepted': '✕',
  noted: '•',
  deferred: '→',
  'out-of-scope': '∅',
  duplicate: '=',
};

/** A decision in a word with its sign; null: none yet. */
export function DecisionBadge({ decision }: { decision: Decision | null }) {
  const { t } = useMessages();
  return decision === null ? (
    <span className="decision" data-decision="none">
      <span className="decision-sign" aria-hidden>
        ○
      </span>
      {t('dispositions.undecided')}
    </span>
  ) : (
    <span className="decision" data-decision={decision}>
      <span className="decision-sign" aria-hidden>
        {SIGNS[decision]}
      </span>
      {t(`dispositions.decision.${decision}`)}
    </span>
  );
}
