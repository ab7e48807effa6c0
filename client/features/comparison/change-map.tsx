import './compare-map.css';
import type { Comparison } from '../../../shared/compare/comparison.ts';
import { isChange } from './entries.ts';

interface ChangeMapProps {
  readonly comparison: Comparison;
  readonly onGo: (row: number) => void;
}

/** Shades of how much of a paragraph changed: few, so that neighbours can be told apart. */
const SHADES = 4;

/**
 * Where change is thick: a strip for the whole text, a tick a changed row. It repeats what the list and the
 * sections say, so it is for the eye and the pointer alone.
 */
export function ChangeMap({ comparison, onGo }: ChangeMapProps) {
  const { rows } = comparison;
  if (rows.length === 0) return null;
  return (
    <div className="compare-map no-print" aria-hidden="true">
      {rows.map((row, index) =>
        isChange(row) ? (
          <button
            // biome-ignore lint/suspicious/noArrayIndexKey: a tick is its place
            key={index}
            type="button"
            tabIndex={-1}
            className="compare-tick"
            data-change={row.moved && row.kind === 'same' ? 'moved' : row.kind}
            data-shade={Math.min(SHADES, 1 + Math.floor((1 - row.similarity) * SHADES))}
            style={{ insetBlockStart: `${(index / rows.length) * 100}%`, blockSize: `${100 / rows.length}%` }}
            onClick={() => onGo(index)}
          />
        ) : null,
      )}
    </div>
  );
}
