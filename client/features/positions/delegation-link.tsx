import { Link } from 'wouter';
import type { DelegationId, ParagraphId } from '../../../shared/model/ids.ts';
import type { Constituency } from '../../../shared/model/participant.ts';
import { ConstituencySign } from '../../ui/constituency-sign.tsx';
import { useMessages } from '../../ui/messages.ts';
import { positionsAddress } from './positions-address.ts';
import type { PositionScene } from './scene.ts';

interface DelegationLinkProps {
  readonly scene: PositionScene;
  readonly delegation: {
    readonly id: DelegationId;
    readonly name: string;
    readonly constituency: Constituency | null;
  };
  readonly paragraph?: ParagraphId | null;
}

/** A delegation by name; leads to its own column of the matrix. */
export function DelegationLink({ scene, delegation, paragraph = null }: DelegationLinkProps) {
  const { t } = useMessages();
  const { id, name, constituency } = delegation;
  return (
    <Link
      className="delegation-link"
      title={t(`terms.constituency.${constituency ?? 'none'}`)}
      href={positionsAddress(scene.version.documentId, {
        version: scene.isLatest ? null : scene.version.id,
        by: 'delegation',
        cell: { paragraph, column: id },
      })}
    >
      <ConstituencySign constituency={constituency} /> <bdi>{name}</bdi>
    </Link>
  );
}
