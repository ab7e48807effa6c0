import { Fragment } from 'react';
import type { PlacedParagraph } from '../../../shared/api/declaration.ts';
import { useMessages } from '../../ui/messages.ts';
import { KindSign } from './kind-sign.tsx';

type Counts = PlacedParagraph['governmental'];

type Sides = Pick<PlacedParagraph, 'governmental' | 'nonGovernmental'>;

/** Counts with their shapes; what stakeholders filed stands apart behind a line. */
export function KindCounts({ governmental, nonGovernmental }: Sides) {
  const { t } = useMessages();
  return (
    <>
      <Line counts={governmental} />
      {nonGovernmental.length === 0 ? null : (
        <span className="kind-counts-apart">
          {governmental.length === 0 ? null : <span className="visually-hidden">; </span>}
          <bdi>{t('declarations.marks.apart')}</bdi> <Line counts={nonGovernmental} />
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
        <KindSign kind={kind} /> <bdi>{t(`declarations.counted.${kind}`, { count: declarations })}</bdi>
      </span>
    </Fragment>
  ));
}
