import { useMemo } from 'react';
import { useLocation, useSearch } from 'wouter';
import type { DocumentAnswer } from '../../../shared/api/document.ts';
import { headingsOf } from '../../../shared/domain/input-order.ts';
import { waitingFor } from '../../../shared/domain/waiting.ts';
import { dispositionId } from '../../../shared/model/disposition.ts';
import type { IsoTime, ParagraphId } from '../../../shared/model/ids.ts';
import type { LabelledParagraph } from '../../../shared/model/paragraph.ts';
import { sectionsOf } from '../../../shared/text/sections.ts';
import { Button } from '../../ui/button.tsx';
import { useMessages } from '../../ui/messages.ts';
import { EntryRow } from './entry-row.tsx';
import {
  type Entry,
  filterEntries,
  type ListContext,
  type ListState,
  listQuery,
  NO_FILTER,
  readListFilter,
} from './list-filter.ts';
import { ListFilters } from './list-filters.tsx';
import { isHonest } from './place-state.tsx';
import { useThreadContext } from './thread-context.ts';
import { paragraphOf, type Thread } from './threads.ts';
import { WindowedList } from './windowed-list.tsx';

interface DialogueListProps {
  readonly answer: DocumentAnswer;
  readonly threads: readonly Thread[];
  /** The text that paragraphs and sections are those of. */
  readonly paragraphs: readonly LabelledParagraph[];
  /** The row whose conversation is open. */
  readonly current: string | null;
}

/** Height of a row in rem: byline, kind and place, two lines of words, counts. */
const ROW = 7.25;

/** Counts above the list: each shows what it counts. */
const COUNTED: readonly ListState[] = ['unanswered', 'waiting', 'unread', 'reconfirm'];

/** Everything said, one row a contribution, narrowed and ordered as the address says. */
export function DialogueList({ answer, threads, paragraphs, current }: DialogueListProps) {
  const { t } = useMessages();
  const { view, seen, placeOf, documentId } = useThreadContext();
  const [, navigate] = useLocation();
  const search = useSearch();
  const filter = useMemo(() => readListFilter(search), [search]);
  const { rows, directory, me } = view;
  const entries = useMemo<readonly Entry[]>(
    () => [
      ...threads.map(
        (thread): Entry => ({
          noun: 'comment',
          id: thread.comment.id,
          by: thread.comment.by,
          thread,
        }),
      ),
      ...[...rows.proposal.values()].map(
        (proposal): Entry => ({ noun: 'proposal', id: proposal.id, by: proposal.by, proposal }),
      ),
    ],
    [threads, rows.proposal],
  );
  const context = useMemo<ListContext>(() => {
    const waiting =
      me === null
        ? []
        : waitingFor(
            { delegationId: me.delegation.id, role: me.participant.role },
            rows,
            new Date().toISOString() as IsoTime,
          ).filter(({ what }) => what === 'question' || what === 'compromise' || what === 'sponsorship');
    const where = (entry: Entry): ParagraphId | null => {
      if (entry.noun === 'proposal') return entry.proposal.changes[0]?.paragraph ?? null;
      const place = placeOf(entry.thread.comment);
      return place === null ? paragraphOf(entry.thread.comment) : (place.paragraph ?? place.near);
    };
    return {
      delegations: directory.delegations,
      groups: rows.group,
      paragraphOf: where,
      order: new Map(paragraphs.map(({ id }, k) => [id, k])),
      headings: headingsOf(paragraphs),
      mine: me?.delegation.id ?? null,
      waiting: new Set(waiting.flatMap(({ ids }) => ids)),
      isNew: (entry) =>
        seen.isNew(entry.noun, entry.id) ||
        (entry.noun === 'comment' && entry.thread.answers.some(({ id }) => seen.isNew('answer', id))),
      isDecided: (entry) =>
        rows.disposition.has(
          dispositionId({ noun: entry.noun, id: entry.id } as Parameters<typeof dispositionId>[0]),
        ),
      needsLook: (entry) =>
        entry.noun === 'comment' &&
        entry.thread.comment.withdrawnAt === null &&
        !isHonest(placeOf(entry.thread.comment)) &&
        placeOf(entry.thread.comment)?.carry !== 'moved',
    };
  }, [me, rows, directory, paragraphs, placeOf, seen]);
  const found = useMemo(() => filterEntries(entries, filter, context), [entries, filter, context]);
  const counts = useMemo(
    () =>
      COUNTED.map((state) => ({
        state,
        count: filterEntries(entries, { ...NO_FILTER, state }, context).length,
      })).filter(({ state, count }) => count > 0 && (me !== null || state === 'unanswered')),
    [entries, context, me],
  );
  const base = `/d/${documentId}/dialogue`;
  const go = (next: typeof filter): void =>
    navigate(`${base}${current === null ? '' : `/${current}`}${listQuery(next)}`, { replace: true });
  const query = listQuery(filter);
  const isNarrowed = listQuery({ ...filter, sort: null }) !== '';
  return (
    <>
      <ListFilters
        filter={filter}
        onFilter={go}
        view={view}
        sections={sectionsOf(paragraphs)}
        versions={answer.versions}
        seesWorkingText={answer.abilities['text.view'].allowed}
      />
      <div className="list-counts">
        <p className="list-found" role="status">
          {found.length === entries.length
            ? t('dialogue.list.found', { count: found.length })
            : t('dialogue.list.foundOf', {
                found: t('dialogue.list.found', { count: found.length }),
                all: entries.length,
              })}
        </p>
        {counts.map(({ state, count }) => (
          <Button
            key={state}
            small
            tone="quiet"
            aria-pressed={filter.state === state}
            onClick={() => go({ ...filter, state: filter.state === state ? null : state })}
          >
            {t(`dialogue.list.states.${state}`)}: {count}
          </Button>
        ))}
        {isNarrowed ? (
          <Button small tone="quiet" onClick={() => go({ ...NO_FILTER, sort: filter.sort })}>
            {t('dialogue.list.clear')}
          </Button>
        ) : null}
      </div>
      {found.length === 0 ? (
        <p className="soft">{t(entries.length === 0 ? 'dialogue.list.empty' : 'dialogue.list.none')}</p>
      ) : (
        <WindowedList
          rows={found}
          keyOf={({ id }) => id}
          rowHeight={ROW}
          label={t('dialogue.list.rows')}
          render={(entry) => (
            <EntryRow
              entry={entry}
              href={
                entry.noun === 'comment'
                  ? `${base}/${entry.id}${query}`
                  : `/d/${documentId}/proposals/${entry.id}`
              }
              current={entry.id === current}
            />
          )}
        />
      )}
    </>
  );
}
