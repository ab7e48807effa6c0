import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { Link } from 'wouter';
import type { DocumentAnswer } from '../../../../shared/api/document.ts';
import { STATEMENTS_AT_ONCE } from '../../../../shared/api/limits.ts';
import { newKey } from '../../../api/new-key.ts';
import type { OrderingText } from '../../../api/paragraphs.ts';
import type { RegisterView } from '../../../api/register/use-register.ts';
import { failureIn } from '../../../api/request.ts';
import { usePutStatements } from '../../../api/statements.ts';
import { announce } from '../../../ui/announce.ts';
import { Button, buttonClass } from '../../../ui/button.tsx';
import { FailureNotice } from '../../../ui/failure-notice.tsx';
import { useMessages } from '../../../ui/messages.ts';
import { Notice } from '../../../ui/notice.tsx';
import { statementsAddress } from '../addresses.ts';
import { mistakesIn, requestOf } from '../form/statement-fields.ts';
import { CheckStates } from './check-states.tsx';
import { type Checked, type CheckState, checkedByHand, joinWithBefore, splitSpeaker } from './checked.ts';
import { type CheckActs, CheckedCard } from './checked-card.tsx';
import { ForAll } from './for-all.tsx';
import { LeftOver } from './left-over.tsx';
import type { ReadNotes } from './notes-worker.ts';
import { SourceView } from './source-view.tsx';
import { StartAgain } from './start-again.tsx';
import type { Import } from './use-import.ts';

interface CheckProps {
  readonly answer: DocumentAnswer;
  readonly view: RegisterView;
  readonly text: OrderingText;
  readonly notes: Import;
  readonly read: ReadNotes;
}

/** The text on one side, what was recognised in it on the other. Nothing is sent before it is confirmed. */
export function CheckStatements({ answer, view, text, notes, read }: CheckProps) {
  const { t } = useMessages();
  const { kept, change } = notes;
  const { checked, source, language } = kept;
  const [shownState, setShownState] = useState<CheckState | null>(null);
  const [current, setCurrent] = useState<string | null>(null);
  const [editing, setEditing] = useState<string | null>(null);
  const [shown, setShown] = useState<{ start: number; end: number; look: number } | null>(null);
  const list = useRef<HTMLOListElement>(null);
  const put = usePutStatements(answer.document.id, { keyOf: () => kept.key });
  const context = useMemo(
    () => ({ delegations: [...view.directory.delegations.values()], language, newKey }),
    [view.directory, language],
  );
  const rows = shownState === null ? checked : checked.filter(({ state }) => state === shownState);
  const now = useRef({ rows, checked, context });
  now.current = { rows, checked, context };
  const focusCard = useCallback((key: string): void => {
    const find = () => list.current?.querySelector<HTMLElement>(`[data-key="${CSS.escape(key)}"]`);
    const card = find();
    // At once where it stands: the next key may come before the next frame, and must not act on the card before.
    if (card) card.focus();
    else requestAnimationFrame(() => find()?.focus());
  }, []);
  const look = useCallback((span: { start: number; end: number } | null) => {
    if (span !== null) setShown((before) => ({ ...span, look: (before?.look ?? 0) + 1 }));
  }, []);
  const acts = useMemo<CheckActs>(
    () => ({
      put: (key, part) =>
        change((before) => ({
          checked: before.checked.map((one) => (one.key === key ? { ...one, ...part } : one)),
        })),
      split: (key, names) => {
        change((before) => ({ checked: splitSpeaker(before.checked, key, names, now.current.context) }));
        announce(t('statements.read.splitDone', { count: names.length }));
      },
      join: (key) => {
        const at = now.current.checked.findIndex((one) => one.key === key);
        const before = now.current.checked[at - 1];
        change(({ checked: all }) => ({ checked: joinWithBefore(all, key) }));
        if (before !== undefined) {
          setCurrent(before.key);
          focusCard(before.key);
        }
      },
      show: (key) => {
        setCurrent(key);
        look(now.current.checked.find((one) => one.key === key)?.span ?? null);
      },
      edit: setEditing,
      move: (key, by) => {
        const at = now.current.rows.findIndex((one) => one.key === key);
        const next = now.current.rows[at + by];
        if (next === undefined) return;
        setCurrent(next.key);
        look(next.span);
        focusCard(next.key);
      },
    }),
    [change, look, focusCard, t],
  );
  const count = (state: CheckState): number => checked.filter((one) => one.state === state).length;
  const confirmed = checked.filter(({ state }) => state === 'confirmed');
  const going = confirmed.slice(0, STATEMENTS_AT_ONCE);
  const wrong = going.some(({ fields }) => mistakesIn(fields).length > 0);
  const send = (): void =>
    put.mutate(
      { statements: going.map(({ fields }) => requestOf(fields)) },
      {
        onSuccess: () => {
          const sent = new Set(going.map(({ key }) => key));
          change((before) => ({
            checked: before.checked.filter(({ key }) => !sent.has(key)),
            stored: before.stored + sent.size,
          }));
          announce(t('statements.read.stored', { count: sent.size }));
        },
      },
    );
  const point = useCallback((offset: number) => {
    const found = now.current.checked.find(
      ({ span }) => span !== null && span.start <= offset && offset < span.end,
    );
    if (found === undefined) return;
    setCurrent(found.key);
    setShown((before) => ({ start: -1, end: -1, ...found.span, look: before?.look ?? 0 }));
    list.current
      ?.querySelector(`[data-key="${CSS.escape(found.key)}"]`)
      ?.scrollIntoView({ block: 'nearest' });
  }, []);
  // A state that nothing is in any more shows all again.
  useEffect(() => {
    if (shownState !== null && !checked.some(({ state }) => state === shownState)) setShownState(null);
  }, [checked, shownState]);
  const mayPut = going.length > 0 && !wrong;
  return (
    <>
      {kept.stored === 0 ? null : (
        <Notice title={t('statements.read.stored', { count: kept.stored })}>
          <p className="statement-act-row">
            <Link className={buttonClass('plain', true)} href={statementsAddress(answer.document.id)}>
              {t('statements.read.toLibrary')}
            </Link>
            {count('open') + confirmed.length === 0 ? <span>{t('statements.read.finished')}</span> : null}
          </p>
        </Notice>
      )}
      <div className="import-panes">
        <SourceView source={source} read={read} shown={shown} onPoint={point} />
        <section className="import-results" aria-label={t('statements.read.results')}>
          <h2 className="import-title">{t('statements.read.recognised', { count: checked.length })}</h2>
          {checked.length === 0 && kept.stored === 0 ? <p>{t('statements.read.none')}</p> : null}
          <ForAll checked={checked} change={change} />
          {checked.length === 0 ? null : (
            <>
              <CheckStates checked={checked} shown={shownState} onShow={setShownState} change={change} />
              <p className="soft small import-keys">{t('statements.read.keys')}</p>
            </>
          )}
          <ol className="checked-list" ref={list}>
            {rows.map((one, n) => (
              <li key={one.key}>
                <CheckedCard
                  one={one}
                  n={checked.indexOf(one) + 1}
                  first={n === 0}
                  current={current === one.key || (n === 0 && !rows.some(({ key }) => key === current))}
                  editing={editing === one.key}
                  acts={acts}
                  view={view}
                  text={text}
                />
              </li>
            ))}
          </ol>
          <LeftOver
            source={source}
            read={read}
            onShow={look}
            onMake={(span, words) => {
              const made = checkedByHand(span, words, context);
              change((before) => ({ checked: inOrder([...before.checked, made]) }));
              setShownState(null);
              setEditing(made.key);
              setCurrent(made.key);
              focusCard(made.key);
            }}
          />
        </section>
      </div>
      <div className="import-bar">
        <p className="soft small">
          {t(notes.keeps ? 'statements.read.kept' : 'statements.read.notKept')} {t('statements.read.putting')}
          {confirmed.length > STATEMENTS_AT_ONCE ? (
            <> {t('statements.read.most', { most: STATEMENTS_AT_ONCE })}</>
          ) : null}
        </p>
        {wrong ? <p className="field-error">{t('statements.read.fieldsWrong')}</p> : null}
        {put.error === null ? null : <FailureNotice failure={failureIn(put.error)} />}
        <p className="statement-act-row">
          <Button tone="primary" busy={put.isPending} disabled={!mayPut} onClick={send}>
            {t('statements.read.put', { count: going.length })}
          </Button>
          <StartAgain onDiscard={notes.discard} />
        </p>
      </div>
    </>
  );
}

const inOrder = (all: readonly Checked[]): readonly Checked[] =>
  all.toSorted(
    (a, b) => (a.span?.start ?? Number.MAX_SAFE_INTEGER) - (b.span?.start ?? Number.MAX_SAFE_INTEGER),
  );
