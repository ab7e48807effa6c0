import '../../editor/changes/changes.css';
import type { Editor } from '@tiptap/core';
import { useMemo, useState } from 'react';
import { Link } from 'wouter';
import type { DocumentAnswer } from '../../../shared/api/document.ts';
import type { VersionId } from '../../../shared/model/ids.ts';
import type { BaseLabels } from '../../../shared/text/labels.ts';
import type { ChangeWords } from '../../editor/changes/changes-plugin.ts';
import type { Connection } from '../../editor/connection/connection.ts';
import { useMessages } from '../../ui/messages.ts';
import { useChangesSince } from './use-changes-since.ts';

interface ChangesSinceProps {
  readonly editor: Editor | null;
  readonly connection: Connection;
  readonly answer: DocumentAnswer;
  readonly base: BaseLabels | null;
}

/** Chooses a version; the live text then shows what changed since, as tracked changes with their authors. */
export function ChangesSince({ editor, connection, answer, base }: ChangesSinceProps) {
  const { t, locale } = useMessages();
  const [since, setSince] = useState<VersionId | null>(null);
  const [count, setCount] = useState<number | null>(null);
  const words = useMemo<ChangeWords>(
    () => ({
      inserted: (by) => (by === '' ? t('changes.inserted') : t('drafting.changes.insertedBy', { by })),
      deleted: (by) => (by === '' ? t('changes.deleted') : t('drafting.changes.deletedBy', { by })),
      end: t('changes.end'),
      removed: (label) =>
        label === '' ? t('drafting.changes.removedUnnamed') : t('drafting.changes.removed', { label }),
      note: (kind, from) =>
        kind === 'moved' && from !== ''
          ? t('comparison.movedFrom', { label: from })
          : kind === 'merged' && from !== ''
            ? t('comparison.mergedFrom', { from })
            : t(`drafting.changes.note.${kind}`),
    }),
    [t],
  );
  const say = useMemo(() => {
    const time = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' });
    return (names: string, at: string): string =>
      t('drafting.changes.by', { names, at: time.format(new Date(at)) });
  }, [t, locale]);
  useChangesSince({
    editor,
    connection,
    documentId: answer.document.id,
    since,
    base,
    words,
    say,
    onShown: setCount,
  });
  if (answer.versions.length === 0) return null;
  return (
    <div className="changes-since no-print">
      <label className="changes-since-label">
        {t('drafting.changes.since')}
        <select
          className="field-input"
          value={since ?? ''}
          onChange={(event) => {
            setCount(null);
            setSince(event.target.value === '' ? null : (event.target.value as VersionId));
          }}
        >
          <option value="">{t('drafting.changes.hide')}</option>
          {[...answer.versions].reverse().map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </label>
      {since === null ? null : (
        <>
          <span role="status">{count === null ? '' : t('comparison.changes', { count })}</span>
          <Link href={`/d/${answer.document.id}/compare?from=${since}&to=working`}>
            {t('drafting.changes.compare')}
          </Link>
        </>
      )}
    </div>
  );
}
