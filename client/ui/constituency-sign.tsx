import type { Constituency } from '../../shared/model/participant.ts';

/** One shape each, told apart without colour: square, disc, diamond, triangle, pentagon, hexagon; a ring for none. */
const SHAPES: Readonly<Record<Constituency | 'none', string>> = {
  government: 'M2 2h12v12H2z',
  'civil-society': 'M8 1.5a6.5 6.5 0 1 1 0 13a6.5 6.5 0 1 1 0-13z',
  'private-sector': 'M8 .8L15.2 8L8 15.2L.8 8z',
  'technical-community': 'M8 1.5L15 14H1z',
  academia: 'M8 1L15 6.3L12.3 14.5H3.7L1 6.3z',
  'international-organisation': 'M4.5 2h7L15 8l-3.5 6h-7L1 8z',
  none: 'M8 1.5a6.5 6.5 0 1 1 0 13a6.5 6.5 0 1 1 0-13zM8 4.5a3.5 3.5 0 1 0 0 7a3.5 3.5 0 1 0 0-7z',
};

/** The sign of a constituency. Its name stands beside it, or is said by whatever holds it. */
export function ConstituencySign({ constituency }: { constituency: Constituency | null }) {
  return (
    <svg className="constituency-sign" viewBox="0 0 16 16" width="10" height="10" aria-hidden="true">
      <path d={SHAPES[constituency ?? 'none']} fill="currentColor" fillRule="evenodd" />
    </svg>
  );
}
