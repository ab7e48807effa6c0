import '../../ui/words/roadmap.ts';
import { type FormEvent, useState } from 'react';
import type { DocumentId } from '../../../shared/model/ids.ts';
import type { MilestoneKind } from '../../../shared/model/milestone.ts';
import { failureIn } from '../../api/request.ts';
import { useAddMilestone } from '../../api/roadmap.ts';
import { announce } from '../../ui/announce.ts';
import { Button } from '../../ui/button.tsx';
import { FailureNotice } from '../../ui/failure-notice.tsx';
import { useMessages } from '../../ui/messages.ts';

/** The stations of a usual negotiation, in their order. They have names and no days: those are the body's own. */
const USUAL = [
  ['mandate', 'mandate'],
  ['stocktaking', 'stocktaking'],
  ['elements', 'elements-paper'],
  ['zero', 'zero-draft'],
  ['zero-comments', 'consultation'],
  ['revision-1', 'revision'],
  ['revision-1-comments', 'consultation'],
  ['revision-2', 'revision'],
  ['silence', 'silence'],
  ['adoption', 'adoption'],
] as const satisfies readonly (readonly [string, MilestoneKind])[];

/** Names in order, for whoever sets up a roadmap: what gets a day becomes a milestone. */
export function UsualStations({ documentId, onClose }: { documentId: DocumentId; onClose: () => void }) {
  const { t } = useMessages();
  const [lines, setLines] = useState(() =>
    USUAL.map(([key, kind]) => ({ key, kind, name: t(`roadmap.usual.names.${key}`), day: '' })),
  );
  const add = useAddMilestone(documentId);
  const [busy, setBusy] = useState(false);
  const wanted = lines.filter(({ day, name }) => day !== '' && name.trim() !== '');
  const edit = (at: number, part: { name?: string; day?: string }): void =>
    setLines(lines.map((line, k) => (k === at ? { ...line, ...part } : line)));
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (busy || wanted.length === 0) return;
    setBusy(true);
    try {
      for (const { key, kind, name, day } of wanted) {
        await add.mutateAsync({ kind, name: name.trim(), planned: day });
        // What is on the roadmap is not sent again, should a later one fail.
        setLines((now) => now.filter((line) => line.key !== key));
      }
      announce(t('roadmap.usual.added', { count: wanted.length }));
      onClose();
    } catch {
      setBusy(false);
    }
  };
  return (
    <form className="form roadmap-form roadmap-usual" onSubmit={(event) => void submit(event)}>
      <h2 className="section-title">{t('roadmap.usual.title')}</h2>
      <p className="soft">{t('roadmap.usual.help')}</p>
      <ol>
        {lines.map(({ key, name, day }, at) => (
          <li key={key}>
            <input
              className="field-input"
              aria-label={t('roadmap.form.name')}
              dir="auto"
              value={name}
              onChange={(event) => edit(at, { name: event.target.value })}
            />
            <input
              className="field-input"
              type="date"
              aria-label={t('roadmap.usual.day', { name })}
              value={day}
              onChange={(event) => edit(at, { day: event.target.value })}
            />
          </li>
        ))}
      </ol>
      {add.error === null ? null : <FailureNotice failure={failureIn(add.error)} />}
      <div className="form-actions">
        <Button tone="primary" type="submit" busy={busy} disabled={wanted.length === 0}>
          {t('roadmap.usual.submit', { count: wanted.length })}
        </Button>
        <Button onClick={onClose}>{t('common.cancel')}</Button>
      </div>
    </form>
  );
}
