import { type ReactNode, useLayoutEffect, useRef, useState } from 'react';

interface WindowedListProps<Row> {
  readonly rows: readonly Row[];
  readonly keyOf: (row: Row) => string;
  /** Height of every row in rem: equal, so that a place in the list is a multiplication. */
  readonly rowHeight: number;
  readonly label: string;
  readonly render: (row: Row) => ReactNode;
}

/** Rows kept ready beyond each edge of the window. */
const SPARE = 8;

/** A list that scrolls with the page and holds only the rows in sight; screen readers are told how many there are. */
export function WindowedList<Row>({ rows, keyOf, rowHeight, label, render }: WindowedListProps<Row>) {
  const list = useRef<HTMLUListElement>(null);
  const [range, setRange] = useState<readonly [number, number]>([0, 24]);
  const count = rows.length;
  useLayoutEffect(() => {
    let frame = 0;
    const look = (): void => {
      frame = 0;
      const element = list.current;
      if (element === null) return;
      const step = rowHeight * Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
      const { top } = element.getBoundingClientRect();
      const first = Math.max(0, Math.floor(-top / step) - SPARE);
      const last = Math.min(count, Math.ceil((window.innerHeight - top) / step) + SPARE);
      setRange((before) => (before[0] === first && before[1] === last ? before : [first, last]));
    };
    const soon = (): void => {
      if (frame === 0) frame = requestAnimationFrame(look);
    };
    look();
    window.addEventListener('scroll', soon, { passive: true });
    window.addEventListener('resize', soon);
    return () => {
      cancelAnimationFrame(frame);
      window.removeEventListener('scroll', soon);
      window.removeEventListener('resize', soon);
    };
  }, [count, rowHeight]);
  return (
    <ul ref={list} className="windowed" aria-label={label} style={{ blockSize: `${count * rowHeight}rem` }}>
      {rows.slice(range[0], range[1]).map((row, k) => (
        <li
          key={keyOf(row)}
          aria-setsize={count}
          aria-posinset={range[0] + k + 1}
          style={{ insetBlockStart: `${(range[0] + k) * rowHeight}rem`, blockSize: `${rowHeight}rem` }}
        >
          {render(row)}
        </li>
      ))}
    </ul>
  );
}
