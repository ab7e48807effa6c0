import '../../ui/words/inputs.ts';
import '../../ui/words/dispositions.ts';
import '../../ui/words/register.ts';
import '../../ui/words/positions.ts';
import { useState } from 'react';
import { Link } from 'wouter';
import { type Group, isMember } from '../../../shared/model/group.ts';
import { holderKey } from '../../../shared/model/holder.ts';
import type { GroupId } from '../../../shared/model/ids.ts';
import { Button } from '../../ui/button.tsx';
import { useMessages } from '../../ui/messages.ts';
import { Notice } from '../../ui/notice.tsx';
import { AlignmentForm } from './alignment-form.tsx';
import { DelegationLink } from './delegation-link.tsx';
import { inAlphabet } from './matrix-columns.ts';
import { positionsAddress } from './positions-address.ts';
import { type PositionScene, paragraphName } from './scene.ts';
import './groups.css';

/** Groups with whom they speak for; and how one's own delegation stands to each. */
export function GroupsView({ scene }: { scene: PositionScene }) {
  const { t, locale } = useMessages();
  const { me, answer, groups } = scene;
  const [open, setOpen] = useState<GroupId | null>(null);
  const permission = answer.abilities['alignment.declare'];
  const mayAlign = permission.allowed && me !== null;
  if (groups.size === 0) return <Notice title={t('positions.align.none')} />;
  return (
    <div className="align">
      <p className="page-lead">{t('positions.align.lead')}</p>
      {mayAlign ? null : <p className="soft small">{t('positions.align.cannot')}</p>}
      {inAlphabet([...groups.values()], locale).map((group) => (
        <section key={group.id} className="align-group" aria-labelledby={`g-${group.id}`}>
          <GroupHead scene={scene} group={group} />
          {mayAlign ? (
            open === group.id ? (
              <AlignmentForm scene={scene} group={group} onDone={() => setOpen(null)} />
            ) : (
              <p className="align-now">
                <Stands scene={scene} group={group} />
                <Button
                  small
                  aria-label={`${t('positions.align.change')}: ${t('positions.align.yours', { name: me?.delegation.name ?? '' })} (${group.name})`}
                  onClick={() => setOpen(group.id)}
                >
                  {t('positions.align.change')}
                </Button>
              </p>
            )
          ) : null}
          <Aligned scene={scene} group={group} />
        </section>
      ))}
    </div>
  );
}

/** How one's own delegation stands to a group now. */
function Stands({ scene, group }: { scene: PositionScene; group: Group }) {
  const { t } = useMessages();
  const { me, matrix } = scene;
  if (me === null) return null;
  const { id, name } = me.delegation;
  const tie = matrix.ties.get(id)?.find((one) => one.group === group.id);
  if (tie === undefined) return t('positions.align.now.not', { name });
  if (tie.except.size === 0) return t('positions.align.now.aligns', { name });
  const labels = [...tie.except].map((paragraph) => paragraphName(t, scene, paragraph)).join(', ');
  return t('positions.align.now.except', { name, labels });
}

function GroupHead({ scene, group }: { scene: PositionScene; group: Group }) {
  const { t } = useMessages();
  const { matrix, register, version, isLatest, at } = scene;
  const said = matrix.held.get(holderKey({ noun: 'group', id: group.id }))?.size ?? 0;
  const speaks =
    group.spokesperson !== null && isMember(group, group.spokesperson, at)
      ? register.directory.delegations.get(group.spokesperson)
      : undefined;
  return (
    <div className="align-head">
      <h2 id={`g-${group.id}`} className="align-name">
        <bdi>{group.name}</bdi>
      </h2>
      <p className="small soft">
        <Link
          href={positionsAddress(version.documentId, {
            version: isLatest ? null : version.id,
            by: 'group',
            cell: { paragraph: null, column: group.id },
          })}
        >
          {t('positions.align.positions', { count: said })}
        </Link>
        {' · '}
        {speaks === undefined
          ? t('positions.align.anyMember')
          : t('positions.align.spokesperson', { name: speaks.name })}
      </p>
    </div>
  );
}

function Aligned({ scene, group }: { scene: PositionScene; group: Group }) {
  const { t, locale } = useMessages();
  const { matrix, at } = scene;
  const aligned = matrix.delegations.flatMap((delegation) => {
    const tie = matrix.ties.get(delegation.id)?.find((one) => one.group === group.id);
    return tie === undefined ? [] : [{ ...delegation, tie, member: isMember(group, delegation.id, at) }];
  });
  const apart = matrix.delegations.filter(
    ({ id }) => isMember(group, id, at) && !aligned.some((one) => one.id === id),
  );
  return (
    <details className="align-who">
      <summary>{t('positions.align.delegations', { count: aligned.length })}</summary>
      <ul className="align-list">
        {inAlphabet(aligned, locale).map((delegation) => {
          const except = [...delegation.tie.except];
          return (
            <li key={delegation.id}>
              <DelegationLink scene={scene} delegation={delegation} />
              <span className="soft small">
                {' '}
                {t(delegation.member ? 'positions.align.asMember' : 'positions.align.asAligned')}
                {except.length === 0 ? null : (
                  <>
                    {', '}
                    {t('positions.align.exceptOn', {
                      labels: except.map((id) => paragraphName(t, scene, id)).join(', '),
                    })}
                  </>
                )}
              </span>
            </li>
          );
        })}
      </ul>
      {apart.length === 0 ? null : (
        <>
          <p className="small">{t('positions.align.apart', { count: apart.length })}</p>
          <ul className="align-list">
            {inAlphabet(apart, locale).map((delegation) => (
              <li key={delegation.id}>
                <DelegationLink scene={scene} delegation={delegation} />
              </li>
            ))}
          </ul>
        </>
      )}
    </details>
  );
}
