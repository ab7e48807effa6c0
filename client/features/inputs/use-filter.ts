import { useCallback, useMemo } from 'react';
import { useLocation, useSearch } from 'wouter';
import { filterQuery, type InputFilter, NO_FILTER, readFilter } from '../../../shared/domain/input-filter.ts';

/** The filter that stands in the page's address, and a way to change a part of it. */
export function useFilter(): readonly [InputFilter, (part: Partial<InputFilter> | null) => void] {
  const query = useSearch();
  const [path, go] = useLocation();
  const filter = useMemo(() => readFilter(new URLSearchParams(query)), [query]);
  const change = useCallback(
    (part: Partial<InputFilter> | null) =>
      go(`${path}${filterQuery(part === null ? NO_FILTER : { ...filter, ...part })}`, { replace: true }),
    [go, path, filter],
  );
  return [filter, change];
}
