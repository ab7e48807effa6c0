import '../ui/words/dispositions.ts';
import '../ui/words/inputs.ts';
import '../ui/words/positions.ts';
import '../ui/words/register.ts';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import type { DocumentAnswer } from '../../shared/api/document.ts';
import type { Group } from '../../shared/model/group.ts';
import type { DocumentId, GroupId, IsoTime } from '../../shared/model/ids.ts';
import { citations } from '../../shared/text/citation.ts';
import { keys } from '../api/keys.ts';
import { usePositions } from '../api/positions/use-positions.ts';
import { useRegister } from '../api/register/use-register.ts';
import { PositionsScreen } from '../features/positions/positions-screen.tsx';
import type { PositionScene } from '../features/positions/scene.ts';
import { usePositionsAddress } from '../features/positions/use-positions-address.ts';
import { FailureNotice } from '../ui/failure-notice.tsx';
import { useMessages } from '../ui/messages.ts';
import { Notice } from '../ui/notice.tsx';
import { ListSkeleton } from '../ui/skeleton.tsx';
import { DocumentPage } from './document-page.tsx';

interface PositionsPageProps {
  readonly id: DocumentId;
  readonly answer: DocumentAnswer | undefined;
}

/** `/d/:id/positions`: who stands where on a version, and what can be read out of it. */
export default function PositionsPage({ id, answer }: PositionsPageProps) {
  const { t } = useMessages();
  return (
    <DocumentPage title={t('positions.title')} answer={answer} action="register.view" wide>
      {(known) =>
        known.versions.length === 0 ? (
          <Notice title={t('positions.noVersion')}>
            <p>{t('positions.noVersionHelp')}</p>
          </Notice>
        ) : (
          <Positions id={id} answer={known} />
        )
      }
    </DocumentPage>
  );
}

function Positions({ id, answer }: { id: DocumentId; answer: DocumentAnswer }) {
  const [address] = usePositionsAddress(id);
  const register = useRegister(id);
  const view = usePositions(id, address.version ?? 'latest');
  const { version, paragraphs, matrix, groups, at: tick } = view;
  const byId = useMemo(
    () => ({
      paragraphOf: new Map(paragraphs.map((paragraph) => [paragraph.id, paragraph])),
      cited: citations(paragraphs),
    }),
    [paragraphs],
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: told the time at every change
  const at = useMemo(() => new Date().toISOString() as IsoTime, [tick, groups]);
  const latest = answer.versions.reduce((a, b) => (b.ordinal > a.ordinal ? b : a));
  const isUnknown = version !== null && version.ordinal > latest.ordinal;
  const queries = useQueryClient();
  // A version published while the page stands open is shown at once; what is known of the document follows.
  useEffect(() => {
    if (isUnknown) void queries.invalidateQueries({ queryKey: keys.summary(id) });
  }, [isUnknown, queries, id]);
  if (view.failure !== null && matrix === null) return <FailureNotice failure={view.failure} />;
  if (version === null || matrix === null || !register.ready) return <ListSkeleton lines={8} />;
  const scene: PositionScene = {
    answer,
    version,
    isLatest: version.ordinal >= latest.ordinal,
    paragraphs,
    ...byId,
    matrix,
    tick,
    groups: groups as ReadonlyMap<GroupId, Group>,
    register,
    me: register.me,
    at,
  };
  return <PositionsScreen scene={scene} />;
}
