import { useEffect, useMemo, useRef, useSyncExternalStore } from 'react';
import type { Ties } from '../../../shared/domain/alignment.ts';
import type { PositionMatrix } from '../../../shared/domain/position-matrix.ts';
import type { Group } from '../../../shared/model/group.ts';
import type { DocumentId, VersionId } from '../../../shared/model/ids.ts';
import type { LabelledParagraph } from '../../../shared/model/paragraph.ts';
import type { Delegation } from '../../../shared/model/participant.ts';
import type { Version } from '../../../shared/model/version.ts';
import type { RegisterView } from '../register/use-register.ts';
import { useMe, useRegisterPart } from '../register/use-register.ts';
import { type Failure, failureIn } from '../request.ts';
import { useVersion } from '../versions.ts';
import { createLiveMatrix } from './live-matrix.ts';
import { positionsOf } from './positions-stores.ts';

/** Where everybody stands on a version, as a screen sees it. */
export interface PositionsView {
  /** Whether everything below is there. */
  readonly ready: boolean;
  /** The version looked at; null until it is known, and where there is none. */
  readonly version: Version | null;
  readonly paragraphs: readonly LabelledParagraph[];
  /** Changed in place: look at `at`. Another object when groups, alignments, delegations or the version changed. */
  readonly matrix: PositionMatrix | null;
  readonly ties: Ties;
  readonly groups: ReadonlyMap<string, Group>;
  readonly delegations: readonly Delegation[];
  /** Rises whenever cells changed. */
  readonly at: number;
  readonly failure: Failure | null;
}

const NOBODY: Ties = new Map();
const NO_PARAGRAPHS: readonly LabelledParagraph[] = [];
const groupsOf = ({ rows }: RegisterView) => rows.group;
const delegationsOf = ({ directory }: RegisterView) => directory.delegations;
const readyOf = ({ ready }: RegisterView) => ready;

/** The positions on a version, followed through the document's events. Renders again at every change. */
export function usePositions(documentId: DocumentId, version: 'latest' | VersionId): PositionsView {
  const store = positionsOf(documentId, version);
  const state = useSyncExternalStore(store.subscribe, store.get);
  const groups = useRegisterPart(documentId, groupsOf);
  const known = useRegisterPart(documentId, delegationsOf);
  const registerReady = useRegisterPart(documentId, readyOf);
  const me = useMe(documentId)?.participant.id ?? null;
  const reader = useRef(me);
  useEffect(() => {
    // Somebody else than before may see what was refused.
    if (reader.current !== me) store.anew();
    reader.current = me;
  }, [store, me]);
  const { reading } = state;
  const text = useVersion(documentId, reading?.version ?? 'latest', reading !== null);
  const shown = reading !== null && text.data?.id === reading.version ? text.data : null;
  const delegations = useMemo(
    () => [...known.values()].map((delegation): Delegation => ({ ...delegation, documentId })),
    [known, documentId],
  );
  const live = useMemo(
    () =>
      reading === null || shown === null || !registerReady
        ? null
        : createLiveMatrix(
            reading,
            shown.paragraphs.map(({ id }) => id),
            delegations,
          ),
    [reading, shown, delegations, registerReady],
  );
  // In place and only what is new: doing it twice in one rendering changes nothing.
  live?.follow();
  return {
    ready: live !== null || (state.ready && reading === null),
    version: shown,
    paragraphs: shown?.paragraphs ?? NO_PARAGRAPHS,
    matrix: live?.matrix ?? null,
    ties: reading?.ties ?? NOBODY,
    groups,
    delegations,
    at: state.at,
    failure: state.failure ?? (text.error === null ? null : failureIn(text.error)),
  };
}
