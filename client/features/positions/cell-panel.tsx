import { type Ref, useMemo } from 'react';
import { Link } from 'wouter';
import { type ColumnKind, type MatrixColumn, peopleAt } from '../../../shared/domain/matrix-counts.ts';
import { holderKey } from '../../../shared/model/holder.ts';
import type { GroupId, ParagraphId } from '../../../shared/model/ids.ts';
import { IconButton } from '../../ui/button.tsx';
import { CloseIcon } from '../../ui/icons.ts';
import { useMessages } from '../../ui/messages.ts';
import { behindCell } from './behind-cell.ts';
import { tallyWords } from './cell-words.ts';
import { ColumnPanel } from './column-panel.tsx';
import { HeldWords } from './held-words.tsx';
import type { NamedColumn } from './matrix-columns.ts';
import { PeopleList } from './people-list.tsx';
import { type CellAddress, positionsAddress } from './positions-address.ts';
import { type PositionScene, paragraphName, readAddress } from './scene.ts';
import { StandingName } from './standing-sign.tsx';
import { TakeHere } from './take-here.tsx';
import { tallyOf } from './tally-of.ts';

interface CellPanelProps {
  readonly scene: PositionScene;
  readonly kind: ColumnKind;
  readonly columns: readonly NamedColumn[];
  readonly cell: CellAddress;
  /** The section that the matrix shows. */
  readonly section: ParagraphId | null;
  readonly heading: Ref<HTMLHeadingElement>;
  readonly onClose: () => void;
}

/** Who is behind a cell, a row or a column, in their own words. Beside the matrix, never over it. */
export function CellPanel({ scene, kind, columns, cell, section, heading, onClose }: CellPanelProps) {
  const { t } = useMessages();
  const column = columns.find(({ key }) => key === cell.column) ?? null;
  const { paragraph } = cell;
  const text = paragraph === null ? undefined : scene.paragraphOf.get(paragraph);
  const name = paragraph === null ? '' : paragraphName(t, scene, paragraph);
  const whose = column?.name ?? t('positions.panel.everybody');
  return (
    <>
      <div className="positions-panel-head">
        <h2 ref={heading} tabIndex={-1} className="positions-panel-title">
          {paragraph === null ? (
            <bdi>{whose}</bdi>
          ) : (
            t('positions.panel.column', { paragraph: name, column: whose })
          )}
        </h2>
        <IconButton small label={t('common.close')} onClick={onClose}>
          <CloseIcon className="icon" />
        </IconButton>
      </div>
      {text === undefined || paragraph === null ? null : (
        <>
          <p className="positions-panel-text" dir="auto">
            {text.text}
          </p>
          <p className="small positions-panel-links">
            <Link href={readAddress(scene, paragraph)}>
              {t('positions.panel.read', { name: scene.version.name })}
            </Link>
            {column === null ? null : (
              <Link
                href={positionsAddress(scene.version.documentId, {
                  version: scene.isLatest ? null : scene.version.id,
                  by: kind,
                  section,
                  cell: { paragraph, column: null },
                })}
              >
                {t('positions.panel.wholeRow')}
              </Link>
            )}
          </p>
          <TakeHere key={paragraph} scene={scene} paragraph={paragraph} />
          <Behind scene={scene} kind={kind} column={column} paragraph={paragraph} />
        </>
      )}
      {paragraph === null && column !== null ? (
        <ColumnPanel scene={scene} kind={kind} column={column} />
      ) : null}
    </>
  );
}

interface BehindProps {
  readonly scene: PositionScene;
  readonly kind: ColumnKind;
  readonly column: NamedColumn | null;
  readonly paragraph: ParagraphId;
}

function Behind({ scene, kind, column, paragraph }: BehindProps) {
  const { t } = useMessages();
  const { matrix, tick } = scene;
  // biome-ignore lint/correctness/useExhaustiveDependencies: `tick` stands for what the matrix holds
  const people = useMemo(() => {
    const whole: MatrixColumn = { key: '', members: matrix.delegations.map((_, k) => k) };
    return peopleAt(matrix, column ?? whole, paragraph);
  }, [matrix, tick, column, paragraph]);
  const behind = useMemo(() => behindCell(people), [people]);
  const said =
    kind === 'group' && column !== null
      ? matrix.held.get(holderKey({ noun: 'group', id: column.key as GroupId }))?.get(paragraph)
      : undefined;
  const isCited = behind.standings.some(({ voices }) =>
    voices.some(({ held }) => said !== undefined && held.includes(said)),
  );
  return (
    <>
      <p className="positions-panel-sum">
        <bdi>{tallyWords(t, tallyOf(people))}</bdi>
      </p>
      {said === undefined || isCited ? null : (
        <section className="people-part">
          <h3 className="people-head">
            {t('positions.panel.itself')}: <StandingName figure={said.position.standing} />
          </h3>
          <HeldWords scene={scene} held={said} />
        </section>
      )}
      <PeopleList scene={scene} paragraph={paragraph} behind={behind} />
    </>
  );
}
