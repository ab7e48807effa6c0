import { canonicalJson } from '../../shared/domain/canonical-json.ts';
import { phaseChanged } from '../../shared/domain/notice.ts';
import { afterWindow, windowIsOver } from '../../shared/domain/phase.ts';
import { phaseTold } from '../../shared/domain/phase-told.ts';
import { registerSubject } from '../../shared/domain/register.ts';
import { runningMilestone, windowClosed } from '../../shared/domain/running-window.ts';
import type { Act } from '../../shared/model/audit.ts';
import type { OutcomeDocument } from '../../shared/model/document.ts';
import type { DocumentId, IsoTime, ParticipantId } from '../../shared/model/ids.ts';
import type { Journal } from '../ports/journal.ts';
import type { CommandContext } from './context.ts';
import { settleSilence } from './settle-silence.ts';
import { type TellingAct, tell } from './tell.ts';

type WindowContext = Pick<CommandContext, 'store' | 'bus' | 'clock' | 'secrets'>;

/**
 * Closes a document's consultation window, or settles its silence, if the time has come, and tells everybody. Safe to
 * call at any time, any number of times: whoever comes first does it, whether the timer, a command or somebody who looks.
 * Answers whether this call did it.
 */
export async function closeWindow(context: WindowContext, documentId: DocumentId): Promise<boolean> {
  const now = context.clock.now();
  const seen = await context.store.rows.documents.find(documentId);
  if (seen === null || !windowIsOver(seen, now)) return false;
  const closed = await context.store.transact(async (rows) => {
    const document = await rows.documents.find(documentId);
    if (document === null || !windowIsOver(document, now)) return null;
    const act = { rows, documentId, actor: null, now, told: new Set<ParticipantId>() };
    const record: Record = (what, subject, row) =>
      rows.audit.append({
        documentId,
        at: now,
        act: what,
        participantId: null,
        delegationId: null,
        subject,
        recordHash: context.secrets.hash(canonicalJson(row)),
      });
    const settled = document.phase === 'silence' ? await settleSilence(act, document, record) : null;
    const after = settled?.after ?? afterWindow(document);
    await rows.documents.update(after);
    await record('phase.close', `document:${documentId}`, after);
    const head = settled === null ? await closeMilestone(act, document, record) : settled.head;
    // The outcome of a silence has told everybody.
    if (settled === null) await tell(act, [phaseChanged(after.phase)]);
    return { before: document, after, head, told: act.told };
  });
  if (closed === null) return false;
  const about = { documentId, at: now };
  context.bus.publish({ ...about, ...phaseTold(closed.before, closed.after) });
  if (closed.head !== null) context.bus.publish({ kind: 'register-changed', ...about, head: closed.head });
  if (closed.told.size > 0)
    context.bus.publish({ kind: 'notices-changed', ...about, participants: [...closed.told] });
  return true;
}

/** Writes an entry of the audit log in the server's name. */
type Record = (act: Act, subject: string, row: unknown) => Promise<unknown>;

/** The milestone whose window this was has been reached: in the server's name. Answers the head of the register then. */
async function closeMilestone(
  { rows, now }: TellingAct,
  document: OutcomeDocument,
  record: Record,
): Promise<number | null> {
  const milestones = (await rows.register.ofNoun(document.id, 'milestone')).map(({ row }) => row);
  const running = runningMilestone(document, milestones);
  if (running === null || document.closesAt === null) return null;
  const row = windowClosed(running, document.closesAt);
  const entry = await rows.register.append(document.id, 'milestone', row.id, row, now);
  await record('milestone.set', registerSubject(entry), entry);
  return entry.seq;
}

/** After a closing that could not be stored, milliseconds until the next try. Meanwhile every act of somebody tries. */
const TRY_AGAIN_AFTER = 30_000;

/** Keeps a timer for every announced closing; closes at once what was due while the server was down. */
export async function watchWindows(context: WindowContext, journal: Journal): Promise<() => void> {
  const timers = new Map<DocumentId, () => void>();
  const stop = (documentId: DocumentId): void => {
    timers.get(documentId)?.();
    timers.delete(documentId);
  };
  /** W14: a job of its own in the log. */
  const close = async (documentId: DocumentId): Promise<void> => {
    const about = { job: context.secrets.newId(), documentId };
    try {
      if (await closeWindow(context, documentId)) journal.info('a window was closed', about);
      // Somebody else came first, or the clock has gone back and its time is still to come.
      else watch(documentId, (await context.store.rows.documents.find(documentId))?.closesAt ?? null);
    } catch (error) {
      journal.error('a window could not be closed', error, about);
      tryAgain(documentId);
    }
  };
  const tryAgain = (documentId: DocumentId): void => {
    stop(documentId);
    timers.set(
      documentId,
      context.clock.after(TRY_AGAIN_AFTER, () => void close(documentId)),
    );
  };
  const watch = (documentId: DocumentId, closesAt: IsoTime | null): void => {
    stop(documentId);
    if (closesAt === null) return;
    timers.set(
      documentId,
      context.clock.at(closesAt, () => void close(documentId)),
    );
  };
  const unsubscribe = context.bus.subscribe((event) => {
    if (event.kind === 'phase-changed') watch(event.documentId, event.closesAt);
  });
  for (const document of await context.store.rows.documents.list()) {
    try {
      await closeWindow(context, document.id);
      if (!windowIsOver(document, context.clock.now())) watch(document.id, document.closesAt);
    } catch (error) {
      // One document's trouble must not keep the server from starting.
      journal.error('a window could not be closed', error, { documentId: document.id });
      tryAgain(document.id);
    }
  }
  return () => {
    unsubscribe();
    for (const cancel of timers.values()) cancel();
  };
}
