import { Fragment } from 'react';
import type { PlacedParagraph } from '../../../shared/api/declaration.ts';
import { type Translate, useMessages } from '../../ui/messages.ts';
import { KindSign } from './kind-sign.tsx';

type Counts = PlacedParagraph['governmental'];

/** “3 dissociations, 1 reservation”, for a name. */
export const countsInWords = (counts: Counts, t: Translate): string =>
  counts
    .map(({ kind, declarations }) => t(`declarations.counted.${kind}`, { count: declarations }))
    .join(', ');

/** The same of governments and of others: “3 dissociations; stakeholders: 1 reservation”. */
export const placeInWords = ({ governmental, nonGovernmental }: Sides, t: Translate): string =>
  [
    ...(governmental.length === 0 ? [] : [countsInWords(governmental, t)]),
    ...(nonGovernmental.length === 0
      ? []
      : [t('declarations.marks.apart', { counts: countsInWords(nonGovernmental, t) })]),
  ].join('; ');

type Sides = Pick<PlacedParagraph, 'governmental' | 'nonGovernmental'>;

/** Counts with their shapes; what stakeholders filed stands apart behind a line. */
export function KindCounts({ governmental, nonGovernmental }: Sides) {
  const { t } = useMessages();
  return (
    <>
      <Line counts={governmental} />
      {nonGovernmental.length === 0 ? null : (
        <span className="kind-counts-apart">
          {t('declarations.marks.apartTitle')} <Line counts={nonGovernmental} />
        </span>
      )}
    </>
  );
}

function Line({ counts }: { counts: Counts }) {
  const { t } = useMessages();
  return counts.map(({ kind, declarations }, k) => (
    <Fragment key={kind}>
      {k === 0 ? null : ', '}
      <span className="kind-count">
        <KindSign kind={kind} /> {t(`declarations.counted.${kind}`, { count: declarations })}
      </span>
    </Fragment>
  ));
}
