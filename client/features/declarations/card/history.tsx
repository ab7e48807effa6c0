import { useState } from 'react';
import type { Declaration } from '../../../../shared/model/declaration.ts';
import { useRowHistory } from '../../../api/comments.ts';
import { rowKey } from '../../../api/register/register-copy.ts';
import type { RegisterView } from '../../../api/register/use-register.ts';
import { failureIn } from '../../../api/request.ts';
import { Button } from '../../../ui/button.tsx';
import { ChangedWords } from '../../../ui/changed-words.tsx';
import { FailureNotice } from '../../../ui/failure-notice.tsx';
import { type Translate, useMessages } from '../../../ui/messages.ts';
import { Moment } from '../../../ui/moment.tsx';
import { ListSkeleton } from '../../../ui/skeleton.tsx';
import { directionOf, languageName } from '../languages.ts';
import { objectWords } from '../objects-list.tsx';
import { labelsOf } from '../record.ts';
import type { RecordText } from '../use-record-text.ts';
import { Fact } from './fact.tsx';
import { type DeclarationEvent, declarationEvents } from './revisions.ts';

interface HistoryProps {
  readonly row: Declaration;
  readonly view: RegisterView;
  readonly text: RecordText | null;
}

/** Everything that happened to a declaration, newest first; corrections as a comparison of their words. */
export function History({ row, view, text }: HistoryProps) {
  const { t } = useMessages();
  const [open, setOpen] = useState(false);
  const revision = view.revisions.get(rowKey('declaration', row.id)) ?? 1;
  if (revision === 1) return null;
  return (
    <Fact title={t('declarations.card.history')}>
      <p className="no-print">
        <Button small aria-expanded={open} onClick={() => setOpen(!open)}>
          {open
            ? t('declarations.card.historyClose')
            : t('declarations.card.historyOpen', { count: revision })}
        </Button>
      </p>
      {open ? <Events row={row} view={view} text={text} revision={revision} /> : null}
    </Fact>
  );
}

function Events({ row, view, text, revision }: HistoryProps & { readonly revision: number }) {
  const { data, error } = useRowHistory(row.documentId, 'declaration', row.id, revision);
  if (error !== null) return <FailureNotice failure={failureIn(error)} />;
  if (data === undefined) return <ListSkeleton lines={3} />;
  return (
    <ol className="declaration-events">
      {declarationEvents(data.entries).map((event, k) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: one revision may hold several events
        <li key={`${event.revision} ${k}`} data-event={event.what}>
          <p className="declaration-event-head">
            <strong>
              <EventWords event={event} view={view} text={text} />
            </strong>{' '}
            · <Moment iso={event.at} short zone={false} />
          </p>
          {event.what === 'corrected' ? <Corrected event={event} /> : null}
        </li>
      ))}
    </ol>
  );
}

interface EventProps {
  readonly event: DeclarationEvent;
  readonly view: RegisterView;
  readonly text: RecordText | null;
}

function EventWords({ event, view, text }: EventProps) {
  const { t } = useMessages();
  switch (event.what) {
    case 'filed':
    case 'corrected':
    case 'withdrawn':
      return t(`declarations.event.${event.what}`);
    case 'left':
      return t('declarations.event.left', {
        delegation: view.directory.delegations.get(event.delegation)?.name ?? '',
      });
    case 'joined': {
      const { delegationId, except } = event.joining;
      const delegation = view.directory.delegations.get(delegationId)?.name ?? '';
      if (except.length === 0) return t('declarations.event.joined', { delegation });
      const labels = labelsOf(except, text, t);
      return t('declarations.event.joinedExcept', { delegation, labels });
    }
  }
}

const listed = (t: Translate, objects: Parameters<typeof objectWords>[0][]): string =>
  objects.map((object) => objectWords(object, t)).join(', ');

function Corrected({ event }: { readonly event: Extract<DeclarationEvent, { what: 'corrected' }> }) {
  const { t, locale } = useMessages();
  const { kind, words, added, removed, grounds, links } = event;
  return (
    <div className="stack">
      {kind === null ? null : (
        <p className="small">{t('declarations.event.kind', { kind: t(`declarations.kind.${kind}`) })}</p>
      )}
      {words.map((change) => (
        <div key={change.of}>
          <p className="spoken-title">
            {t(`declarations.event.${change.of}`)}
            {change.language === null
              ? ''
              : ` · ${t('declarations.event.language', { language: languageName(change.language, locale) })}`}
          </p>
          <p className="spoken-words" lang={change.shownIn} dir={directionOf(change.shownIn)}>
            <ChangedWords words={change.words} />
          </p>
        </div>
      ))}
      {added.length === 0 ? null : (
        <p className="small">{t('declarations.event.added', { what: listed(t, [...added]) })}</p>
      )}
      {removed.length === 0 ? null : (
        <p className="small">{t('declarations.event.removed', { what: listed(t, [...removed]) })}</p>
      )}
      {grounds === null ? null : (
        <p className="small">
          {t('declarations.event.grounds', {
            grounds:
              grounds.length === 0
                ? t('declarations.event.noGrounds')
                : grounds.map((ground) => t(`declarations.ground.${ground}`)).join(', '),
          })}
        </p>
      )}
      {links ? <p className="small">{t('declarations.event.links')}</p> : null}
    </div>
  );
}
