import './roadmap.css';
import { useMemo, useState } from 'react';
import { Link, useLocation } from 'wouter';
import type { RoadmapAnswer } from '../../../shared/api/milestone.ts';
import { isWithin, type ReceivedRow, receivedRows } from '../../../shared/domain/received.ts';
import type { DocumentId } from '../../../shared/model/ids.ts';
import { CONSTITUENCIES } from '../../../shared/model/participant.ts';
import {
  RECEIVED_NOUNS,
  type ReceivedFrom,
  type ReceivedNoun,
  type RoadmapPeriod,
} from '../../../shared/model/roadmap.ts';
import type { RegisterView } from '../../api/register/use-register.ts';
import { Button } from '../../ui/button.tsx';
import { Byline } from '../../ui/byline.tsx';
import { useMessages } from '../../ui/messages.ts';
import { type ReceivedFilter, receivedAddress, roadmapAddress } from './addresses.ts';

interface ReceivedListProps {
  readonly documentId: DocumentId;
  /** A milestone's id, or `since`. */
  readonly station: string;
  readonly period: RoadmapPeriod;
  readonly received: RoadmapAnswer['since']['received'];
  readonly view: RegisterView;
  readonly filter: ReceivedFilter;
}

/** Rows shown at first, and more each time: two thousand at once would take seconds on a phone. */
const PAGE = 100;

/** What came in a period, each line leading to it: the list behind the counts of the roadmap. */
export function ReceivedList({ documentId, station, period, received, view, filter }: ReceivedListProps) {
  const { t } = useMessages();
  const [, go] = useLocation();
  const [most, setMost] = useState(PAGE);
  const { delegations } = view.directory;
  const isFrom = (constituency: string | null): boolean =>
    filter.from === null || filter.from === (constituency ?? 'none');
  const rows = useMemo(
    () => receivedRows({ ...view.rows, position: new Map() }).filter(({ by }) => isWithin(period, by.at)),
    [view, period],
  );
  const shown = rows.filter(
    ({ noun, delegationId }) =>
      (filter.what === null || filter.what === noun) &&
      isFrom(delegations.get(delegationId)?.constituency ?? null),
  );
  const positions =
    filter.what === null || filter.what === 'position'
      ? received.filter(({ counts, constituency }) => counts.position > 0 && isFrom(constituency))
      : [];
  const select = (part: Partial<ReceivedFilter>): void =>
    go(receivedAddress(documentId, station, { ...filter, ...part }), { replace: true });
  return (
    <>
      <p className="no-print">
        <Link href={roadmapAddress(documentId)}>{t('roadmap.listOf.back')}</Link>
      </p>
      <div className="roadmap-filter no-print">
        <label>
          {t('roadmap.listOf.what')}{' '}
          <select
            className="field-input"
            value={filter.what ?? ''}
            onChange={(event) => select({ what: (event.target.value || null) as ReceivedNoun | null })}
          >
            <option value="">{t('roadmap.listOf.everything')}</option>
            {RECEIVED_NOUNS.map((noun) => (
              <option key={noun} value={noun}>
                {t(`roadmap.listOf.noun.${noun}`)}
              </option>
            ))}
          </select>
        </label>
        <label>
          {t('roadmap.listOf.who')}{' '}
          <select
            className="field-input"
            value={filter.from ?? ''}
            onChange={(event) => select({ from: (event.target.value || null) as ReceivedFilter['from'] })}
          >
            <option value="">{t('roadmap.listOf.everybody')}</option>
            {[...CONSTITUENCIES, 'none' as const].map((kind) => (
              <option key={kind} value={kind}>
                {t(`terms.constituency.${kind}`)}
              </option>
            ))}
          </select>
        </label>
      </div>
      {shown.length + positions.length === 0 ? <p className="soft">{t('roadmap.listOf.none')}</p> : null}
      <ul className="roadmap-list">
        {positions.map((from) => (
          <PositionsLine key={from.delegation} documentId={documentId} from={from} view={view} />
        ))}
        {shown.slice(0, most).map((row) => (
          <ReceivedLine key={`${row.noun} ${row.id}`} documentId={documentId} row={row} view={view} />
        ))}
      </ul>
      {shown.length > most ? (
        <Button onClick={() => setMost(most + PAGE)}>{t('roadmap.listOf.more')}</Button>
      ) : null}
    </>
  );
}

function PositionsLine(props: { documentId: DocumentId; from: ReceivedFrom; view: RegisterView }) {
  const { documentId, from, view } = props;
  const { t } = useMessages();
  return (
    <li>
      <bdi className="byline-delegation">{view.directory.delegations.get(from.delegation)?.name ?? ''}</bdi>{' '}
      <Link href={`/d/${documentId}/positions`}>
        {t('roadmap.listOf.positions', { count: from.counts.position })}
      </Link>
    </li>
  );
}

function ReceivedLine(props: { documentId: DocumentId; row: ReceivedRow; view: RegisterView }) {
  const { documentId, row, view } = props;
  const { t } = useMessages();
  const { by, noun } = row;
  const delegation = view.directory.delegations.get(row.delegationId);
  const { words, withdrawn, path } = gistOf(row, view);
  return (
    <li>
      <Byline
        dense
        name={view.directory.participants.get(by.participantId)?.name ?? ''}
        delegation={delegation?.name ?? ''}
        constituency={delegation?.constituency ?? null}
        onBehalfOf={by.onBehalfOf === null ? null : (view.rows.group.get(by.onBehalfOf)?.name ?? '')}
        at={by.at}
      />
      <p>
        <Link href={`/d/${documentId}/${path}`}>{t(`roadmap.listOf.noun.${noun}`)}</Link>
        {withdrawn ? <span className="soft"> ({t('roadmap.listOf.withdrawn')})</span> : null}{' '}
        <span className="roadmap-gist" dir="auto">
          {words}
        </span>
      </p>
    </li>
  );
}

interface Gist {
  readonly words: string;
  readonly withdrawn: boolean;
  /** Where it stands, below the document. */
  readonly path: string;
}

function gistOf({ noun, id }: ReceivedRow, { rows }: RegisterView): Gist {
  const gist = (words: string, withdrawnAt: string | null | undefined, path: string): Gist => ({
    words,
    withdrawn: withdrawnAt != null,
    path,
  });
  switch (noun) {
    case 'comment': {
      const row = rows.comment.get(id);
      return gist(row?.text ?? '', row?.withdrawnAt, `dialogue/${id}`);
    }
    case 'proposal': {
      const row = rows.proposal.get(id);
      return gist(row?.rationale ?? '', row?.withdrawnAt, `proposals/${id}`);
    }
    case 'declaration': {
      const row = rows.declaration.get(id);
      return gist(row?.statement.text ?? '', row?.withdrawnAt, 'declarations');
    }
    case 'statement': {
      const row = rows.statement.get(id);
      return gist(row?.passages[0]?.words.text ?? row?.speaker ?? '', row?.withdrawnAt, 'statements');
    }
    case 'position':
      return gist('', null, 'positions');
  }
}
