// biome-ignore-all lint/a11y/useSemanticElements: a table element cannot be drawn in part
// biome-ignore-all lint/a11y/useFocusableInteractive: the table keeps the focus and names the line (aria-activedescendant)
import { memo } from 'react';
import { awaitsAnswer, type Input } from '../../../shared/domain/input.ts';
import { plainText } from '../../../shared/model/paragraph.ts';
import type { Constituency } from '../../../shared/model/participant.ts';
import { ConstituencySign } from '../../ui/constituency-sign.tsx';
import { DecisionBadge } from '../../ui/decision-badge.tsx';
import { changeName } from '../../ui/input-words.tsx';
import { type Translate, useMessages } from '../../ui/messages.ts';

/** Characters of an input that stand in its line: more than two lines hold, so that the cut is made by the sheet. */
const GIST = 320;

interface InputRowProps {
  readonly id: string;
  readonly input: Input;
  /** From 1, among all lines of the table. */
  readonly line: number;
  readonly top: number;
  readonly active: boolean;
  readonly selected: boolean;
  readonly delegation: string;
  /** Undefined: entered for somebody without a delegation here, or for several together. */
  readonly constituency: Constituency | null | undefined;
}

/** The words of an input in short: of a proposal what it asks for, then why. */
export function gistOf(t: Translate, { proposal, text }: Input): string {
  if (proposal === null) return text.slice(0, GIST);
  const asked = proposal.changes.map((change) => {
    const words = change.wording.map(({ runs }) => plainText(runs)).join(' ');
    return words === '' ? changeName(t, change) : `${changeName(t, change)}: “${words}”`;
  });
  return `${asked.join('; ')} ${text}`.trim().slice(0, GIST);
}

/** One input as a line of the table. What is done to it is done by the table, which has the keyboard. */
export const InputRow = memo(function InputRow(props: InputRowProps) {
  const { t } = useMessages();
  const { id, input, line, top, active, selected, delegation, constituency } = props;
  const { disposition, equal } = input;
  return (
    <div
      id={id}
      role="row"
      className="inputs-row"
      aria-rowindex={line}
      aria-selected={selected}
      data-input={input.id}
      data-active={active || undefined}
      style={{ transform: `translateY(${top}px)` }}
    >
      <span role="gridcell" className="inputs-check" data-check>
        <span aria-hidden className="inputs-box" />
      </span>
      <span role="gridcell" className="inputs-words">
        <span className="inputs-kind">
          {t(`dispositions.kind.${input.kind}`)}
          {input.item === null ? null : <> · {t('dispositions.item', { ordinal: input.item.ordinal })}</>}
          {input.withdrawn ? <> · {t('dispositions.withdrawn')}</> : null}
        </span>{' '}
        <bdi>{gistOf(t, input)}</bdi>
      </span>
      <span role="gridcell" className="inputs-from">
        {constituency === undefined ? null : <ConstituencySign constituency={constituency} />}
        <span>
          <bdi>{delegation}</bdi>
          {constituency === undefined ? null : (
            <span className="inputs-constituency">{t(`terms.constituency.${constituency ?? 'none'}`)}</span>
          )}
        </span>
      </span>
      <span role="gridcell" className="inputs-decision">
        <DecisionBadge decision={disposition?.decision ?? null} />
        <span className="inputs-facts">
          {equal.length > 0 ? <span>{t('inputs.table.equal', { count: equal.length })}</span> : null}
          {awaitsAnswer(input) ? (
            <span className="inputs-urgent">{t('inputs.table.unanswered')}</span>
          ) : disposition !== null && disposition.contests.length > 0 ? (
            <span>{t('inputs.table.contested')}</span>
          ) : null}
          {disposition?.reaction == null ? null : (
            <span>
              {t(disposition.reaction.satisfied ? 'inputs.table.satisfied' : 'inputs.table.unsatisfied')}
            </span>
          )}
        </span>
        {disposition === null ? null : <bdi className="inputs-reason">{disposition.reason}</bdi>}
      </span>
    </div>
  );
});
