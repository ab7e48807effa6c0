import { useMemo } from 'react';
import { Link } from 'wouter';
import type { HeldPosition } from '../../../shared/domain/held-position.ts';
import type { ColumnKind } from '../../../shared/domain/matrix-counts.ts';
import { effectiveAt, kindOf } from '../../../shared/domain/position-matrix.ts';
import { type Holder, holderKey } from '../../../shared/model/holder.ts';
import type { DelegationId, GroupId } from '../../../shared/model/ids.ts';
import { useMessages } from '../../ui/messages.ts';
import { DelegationLink } from './delegation-link.tsx';
import { inAlphabet, type NamedColumn } from './matrix-columns.ts';
import { positionsAddress } from './positions-address.ts';
import { holderName, type PositionScene, paragraphName } from './scene.ts';
import { StandingName } from './standing-sign.tsx';

interface ColumnPanelProps {
  readonly scene: PositionScene;
  readonly kind: ColumnKind;
  readonly column: NamedColumn;
}

/** What a column stands for: a delegation's or group's positions one by one, and the members with how much they said. */
export function ColumnPanel({ scene, kind, column }: ColumnPanelProps) {
  const { matrix } = scene;
  if (kind === 'delegation')
    return (
      <HolderPositions
        scene={scene}
        kind={kind}
        holder={{ noun: 'delegation', id: column.key as DelegationId }}
      />
    );
  const members = column.members.flatMap((member) => {
    const delegation = matrix.delegations[member];
    if (delegation === undefined) return [];
    const row = matrix.cells.subarray(
      member * matrix.paragraphs.length,
      (member + 1) * matrix.paragraphs.length,
    );
    return [{ ...delegation, heard: row.reduce((sum, cell) => sum + (kindOf(cell) === 0 ? 0 : 1), 0) }];
  });
  return (
    <>
      {kind === 'group' ? (
        <HolderPositions scene={scene} kind={kind} holder={{ noun: 'group', id: column.key as GroupId }} />
      ) : null}
      <Members scene={scene} members={members} />
    </>
  );
}

function Members({
  scene,
  members,
}: {
  scene: PositionScene;
  members: readonly (PositionScene['matrix']['delegations'][number] & { heard: number })[];
}) {
  const { t, locale } = useMessages();
  return (
    <section className="people-part">
      <h3 className="people-head">{t('positions.columns.members', { count: members.length })}</h3>
      <ul className="member-list">
        {inAlphabet(members, locale).map((delegation) => (
          <li key={delegation.id}>
            <DelegationLink scene={scene} delegation={delegation} />{' '}
            <span className="soft small">
              {t('positions.panel.counted', {
                count: delegation.heard,
                of: scene.matrix.paragraphs.length,
              })}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

interface Line {
  readonly held: HeldPosition;
  readonly through: Holder | null;
}

/** Every position that counts for somebody, in the order of the text. */
function HolderPositions({
  scene,
  kind,
  holder,
}: {
  scene: PositionScene;
  kind: ColumnKind;
  holder: Holder;
}) {
  const { t } = useMessages();
  const { matrix, tick } = scene;
  // biome-ignore lint/correctness/useExhaustiveDependencies: `tick` stands for what the matrix holds
  const lines = useMemo(
    () =>
      matrix.paragraphs.flatMap((paragraph): Line[] => {
        if (holder.noun === 'group') {
          const held = matrix.held.get(holderKey(holder))?.get(paragraph);
          return held === undefined ? [] : [{ held, through: null }];
        }
        const effective = effectiveAt(matrix, holder.id, paragraph);
        if (effective.through === 'nobody') return [];
        if (effective.through === 'itself') return [{ held: effective.held, through: null }];
        return effective.voices.map(({ held }) => ({ held, through: held.position.holder }));
      }),
    [matrix, tick, holder.noun, holder.id],
  );
  return (
    <section className="people-part">
      <h3 className="people-head">{t('positions.panel.positionsOf', { name: holderName(scene, holder) })}</h3>
      {lines.length === 0 ? <p className="soft">{t('positions.panel.nothing')}</p> : null}
      <ul className="holder-lines">
        {lines.map(({ held, through }) => (
          <li key={held.position.id}>
            <Link
              href={positionsAddress(scene.version.documentId, {
                version: scene.isLatest ? null : scene.version.id,
                by: kind,
                cell: { paragraph: held.paragraph, column: holder.id },
              })}
            >
              <bdi>{paragraphName(t, scene, held.paragraph)}</bdi>
            </Link>{' '}
            <StandingName figure={held.position.standing} />
            {held.state === 'to-reconfirm' ? (
              <>
                {' '}
                <StandingName figure="to-reconfirm" />
              </>
            ) : null}
            {through === null ? null : (
              <span className="soft small">
                {' '}
                {t('positions.panel.through', { group: holderName(scene, through) })}
              </span>
            )}
            {held.position.words === '' ? null : (
              <p className="holder-words" dir="auto">
                {held.position.words}
              </p>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
