import type { ReactNode } from 'react';
import type { Run } from '../../shared/model/paragraph.ts';
import { safeLink } from '../../shared/text/link.ts';

/** The words of a paragraph with their marks. */
export function Runs({ runs }: { runs: readonly Run[] }) {
  // biome-ignore lint/suspicious/noArrayIndexKey: runs have no identity but their place
  return runs.map((run, k) => <Marked key={k} run={run} />);
}

function Marked({ run }: { run: Run }): ReactNode {
  let words: ReactNode = run.text;
  if (run.underline) words = <u>{words}</u>;
  if (run.italic) words = <em>{words}</em>;
  if (run.bold) words = <strong>{words}</strong>;
  const href = safeLink(run.link);
  return href === null ? (
    words
  ) : (
    <a href={href} rel="noopener noreferrer">
      {words}
    </a>
  );
}
