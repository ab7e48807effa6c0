// biome-ignore-all lint/a11y/useSemanticElements: a table element cannot be drawn in part
// biome-ignore-all lint/a11y/useFocusableInteractive: the table keeps the focus and names the line (aria-activedescendant)
import { type KeyboardEvent, type MouseEvent, useEffect, useId, useMemo, useRef } from 'react';
import type { InputGroup } from '../../../shared/domain/input-order.ts';
import type { DirectoryDelegation } from '../../api/register/register-copy.ts';
import { type Translate, useMessages } from '../../ui/messages.ts';
import { InputRow } from './input-row.tsx';
import { afterKey, type RowSelection, rangeTo, toggle } from './row-selection.ts';
import { rowAt, rowsInView, rowTops, scrollFor, tableRows } from './table-rows.ts';
import { useRowHeights, useWindow } from './use-window.ts';

interface InputTableProps {
  readonly groups: readonly InputGroup[];
  /** Ids of the inputs in the groups, in order. */
  readonly ids: readonly string[];
  readonly delegations: ReadonlyMap<string, DirectoryDelegation>;
  /** Paragraph → how it is cited. */
  readonly cited: ReadonlyMap<string, string>;
  readonly selection: RowSelection;
  /** Where the keyboard goes on when the input it was at is no longer shown. */
  readonly goesOn: string | null;
  readonly onSelection: (selection: RowSelection) => void;
  readonly onDecide: () => void;
  readonly onOpen: () => void;
}

/** Height of the column heads and of the head of the group in view, which stick to the top (`inputs.css`). */
const HEADS = 34 + 36;

/** The name of a group: its paragraph as it is cited, or “General comments”. */
export function groupName(t: Translate, group: InputGroup, cited: ReadonlyMap<string, string>): string {
  if (group.paragraph === null) return t('dispositions.general');
  const label = cited.get(group.paragraph) ?? group.label;
  const name = label === '' ? t('dispositions.unnumbered') : t('dispositions.paragraph', { label });
  return group.gone ? t('common.inBrackets', { outer: name, inner: t('dispositions.gone') }) : name;
}

/**
 * The disposition table: a grid of which only the lines in view are drawn, so that thousands stay quick. It keeps the
 * focus itself and names the line the keyboard is at (ARIA grid with aria-activedescendant).
 */
export function InputTable(props: InputTableProps) {
  const { groups, ids, delegations, cited, selection, goesOn, onSelection, onDecide, onOpen } = props;
  const { t } = useMessages();
  const prefix = useId();
  const box = useRef<HTMLDivElement>(null);
  const seen = useWindow(box);
  const heights = useRowHeights();
  const rows = useMemo(() => tableRows(groups), [groups]);
  const tops = useMemo(() => rowTops(rows, heights), [rows, heights]);
  const [first, end] = rowsInView(tops, seen.scrolled, seen.height);
  const topRow = rows[rowAt(tops, seen.scrolled)];
  const topGroup =
    topRow === undefined
      ? undefined
      : topRow.kind === 'head'
        ? topRow.group
        : groups.find((group) => group.inputs.includes(topRow.input));
  const activeRow = rows.findIndex((row) => row.kind === 'input' && row.input.id === selection.active);
  const showActive = useRef(() => {});
  showActive.current = () => {
    const element = box.current;
    if (element === null || activeRow < 0) return;
    element.scrollTop = scrollFor(tops, activeRow, {
      scrolled: element.scrollTop,
      height: element.clientHeight - HEADS,
      covered: heights.head,
    });
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: scrolls when the keyboard moves, not when rows come in
  useEffect(() => showActive.current(), [selection.active]);

  const onKey = (event: KeyboardEvent): void => {
    const mod = event.ctrlKey || event.metaKey;
    if (!mod && !event.altKey && (event.key === 'd' || event.key === 'Enter')) {
      event.preventDefault();
      if (event.key === 'd') onDecide();
      else onOpen();
      return;
    }
    const pressed = { key: event.key, shiftKey: event.shiftKey, mod };
    const gone = selection.active !== null && !ids.includes(selection.active);
    const next = event.altKey
      ? null
      : gone && /^(Arrow|Page)(Up|Down)$/.test(event.key)
        ? { ...selection, active: goesOn }
        : afterKey(selection, pressed, ids);
    if (next === null) return;
    event.preventDefault();
    onSelection(next);
  };
  const onClick = (event: MouseEvent): void => {
    const target = event.target instanceof Element ? event.target : null;
    const id = target?.closest<HTMLElement>('[data-input]')?.dataset.input;
    if (id === undefined) return;
    if (event.shiftKey) onSelection(rangeTo(selection, ids, ids.indexOf(id)));
    else if (event.ctrlKey || event.metaKey || target?.closest('[data-check]') != null)
      onSelection(toggle(selection, id));
    else {
      onSelection({ ...selection, active: id });
      onOpen();
    }
  };
  return (
    <div className="inputs-grid-box">
      <p className="visually-hidden" id={`${prefix}-help`}>
        {t('inputs.table.help')}
      </p>
      <div
        ref={box}
        role="grid"
        className="inputs-grid"
        tabIndex={0}
        aria-label={t('inputs.table.name')}
        aria-describedby={`${prefix}-help`}
        aria-multiselectable
        aria-rowcount={rows.length + 1}
        aria-activedescendant={
          activeRow >= first && activeRow < end ? `${prefix}-${selection.active}` : undefined
        }
        onKeyDown={onKey}
        onClick={onClick}
        onFocus={() => {
          if (selection.active === null && ids[0] !== undefined)
            onSelection({ ...selection, active: ids[0] });
        }}
      >
        <div role="row" className="inputs-heads" aria-rowindex={1}>
          {(['select', 'input', 'from', 'decision'] as const).map((name) => (
            <span key={name} role="columnheader">
              <span className={name === 'select' ? 'visually-hidden' : undefined}>
                {t(`inputs.table.${name}`)}
              </span>
            </span>
          ))}
        </div>
        <div className="inputs-group-now" aria-hidden>
          {topGroup === undefined ? null : groupName(t, topGroup, cited)}
        </div>
        <div role="rowgroup" className="inputs-body" style={{ blockSize: tops.at(-1) }}>
          {rows.slice(first, end).map((row, k) => {
            const at = first + k;
            const top = tops[at] as number;
            if (row.kind === 'head')
              return (
                <div
                  key={`head-${row.group.paragraph}`}
                  role="row"
                  className="inputs-group"
                  aria-rowindex={at + 2}
                  style={{ transform: `translateY(${top}px)` }}
                >
                  <span role="rowheader" aria-colspan={4}>
                    <bdi>{groupName(t, row.group, cited)}</bdi>
                  </span>
                  <span className="inputs-group-count" aria-hidden>
                    {row.group.inputs.length}
                  </span>
                </div>
              );
            const { by, from: others } = row.input;
            const from = delegations.get((others?.length ?? 1) === 1 ? (row.input.senders[0] ?? '') : '');
            const writer = delegations.get(by.delegationId)?.name ?? '';
            return (
              <InputRow
                key={row.input.id}
                id={`${prefix}-${row.input.id}`}
                input={row.input}
                line={at + 2}
                top={top}
                active={row.input.id === selection.active}
                selected={selection.selected.has(row.input.id)}
                delegation={
                  others === null
                    ? writer
                    : `${others.map(({ name }) => name).join('; ')} ${t('register.enteredBy', { name: writer })}`
                }
                constituency={
                  others !== null && from === undefined ? undefined : (from?.constituency ?? null)
                }
              />
            );
          })}
        </div>
      </div>
    </div>
  );
}
