import '../../../ui/words/positions.ts';
import { useState } from 'react';
import { createPortal } from 'react-dom';
import { Link } from 'wouter';
import type { DocumentAnswer } from '../../../../shared/api/document.ts';
import { type EffectivePosition, needsReconfirming } from '../../../../shared/domain/effective-position.ts';
import type { Group } from '../../../../shared/model/group.ts';
import type { DelegationId, ParagraphId, VersionId } from '../../../../shared/model/ids.ts';
import { useDelegationPositions } from '../../../api/positions/use-delegation-positions.ts';
import { type RegisterView, useRegisterPart } from '../../../api/register/use-register.ts';
import { useMessages } from '../../../ui/messages.ts';
import { paragraphElementId, type TextSurface } from '../../../ui/text-surface.ts';
import { usePlaceAbove } from '../../../ui/use-place-above.ts';
import { type PositionsAddress, positionsAddress } from '../positions-address.ts';
import { StandingName } from '../standing-sign.tsx';
import '../../../ui/text-marks.css';
import './position-marks.css';

interface PositionMarksProps {
  readonly surface: TextSurface;
  readonly answer: DocumentAnswer;
  /** The reader's. */
  readonly delegation: DelegationId;
}

/**
 * Where the reader's delegation stands, at the paragraphs of a version and above them. The marks stand in the room
 * between paragraphs, at its end, so that nothing moves the text when they come.
 */
export default function PositionMarks({ surface, answer, delegation }: PositionMarksProps) {
  const { documentId } = surface;
  const version = surface.text as VersionId;
  const groups = useRegisterPart(documentId, groupsOf);
  const standings = useDelegationPositions(documentId, version, delegation);
  if (standings === null) return null;
  const latest = answer.versions.at(-1);
  const shown = surface.paragraphs().flatMap(({ id, label }) => {
    const effective = standings.get(id);
    return effective === undefined ? [] : [{ id, label, effective }];
  });
  const isLatest = latest?.id === version;
  const mayTake = isLatest && answer.abilities['position.record'].allowed;
  /** Where it can be changed; where it cannot, the cell of the matrix that says it. */
  const addressOf = (paragraph: ParagraphId | null): string => {
    const there: Partial<PositionsAddress> = mayTake
      ? { view: 'mine', cell: paragraph === null ? null : { paragraph, column: null } }
      : { version: isLatest ? null : version, by: 'delegation', cell: { paragraph, column: delegation } };
    return positionsAddress(documentId, there);
  };
  return (
    <>
      <Strip
        host={surface.host}
        count={shown.length}
        waiting={shown.filter(({ effective }) => needsReconfirming(effective)).length}
        href={addressOf(null)}
      />
      {shown.map(({ id, label, effective }) => (
        <Mark
          key={id}
          paragraph={id}
          label={label}
          effective={effective}
          groups={groups}
          href={addressOf(id)}
        />
      ))}
    </>
  );
}

interface StripProps {
  readonly host: HTMLElement;
  readonly count: number;
  readonly waiting: number;
  readonly href: string;
}

/** Above the text: at how many paragraphs the delegation was heard, and how many wait for it. */
function Strip({ host, count, waiting, href }: StripProps) {
  const { t } = useMessages();
  const place = usePlaceAbove(host, 'end');
  if (place === null || count === 0) return null;
  return createPortal(
    <p className="text-line no-print">
      <Link href={href}>
        {t('positions.reading.strip', { count })}
        {waiting === 0 ? null : <> · {t('positions.counted.to-reconfirm', { count: waiting })}</>}
      </Link>
    </p>,
    place,
  );
}

interface MarkProps {
  readonly paragraph: ParagraphId;
  readonly label: string;
  readonly effective: EffectivePosition;
  readonly groups: ReadonlyMap<string, Group>;
  readonly href: string;
}

/** The quiet line below a paragraph, by sign and name. It leads to where it can be changed. */
function Mark({ paragraph, label, effective, groups, href }: MarkProps) {
  const { t, wordsDir } = useMessages();
  const [element] = useState(() => document.getElementById(paragraphElementId(paragraph)));
  if (element === null) return null;
  const through = 'voices' in effective ? effective.voices : [];
  return createPortal(
    <span className="text-mark position-mark no-print" data-side="end" data-beside>
      <bdi dir={wordsDir}>
        <Link href={href}>
          <span className="visually-hidden">
            {label === '' ? t('positions.reading.atBare') : t('positions.reading.at', { label })}{' '}
          </span>
          <StandingName
            figure={effective.through === 'split' ? 'split' : (effective.standing ?? 'not-heard')}
          />
          {through.length === 0 ? null : (
            <span>
              ,{' '}
              {through
                .map(({ group }) => t('positions.panel.through', { group: groups.get(group)?.name ?? '' }))
                .join(', ')}
            </span>
          )}
          {needsReconfirming(effective) ? (
            <>
              {' '}
              <StandingName figure="to-reconfirm" />
            </>
          ) : null}
        </Link>
      </bdi>
    </span>,
    element,
  );
}

const groupsOf = ({ rows }: RegisterView) => rows.group;
