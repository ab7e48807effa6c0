import type { DeclarationKind } from '../../../shared/model/declaration.ts';

/** A shape each, told apart without colour: a broken ring, a bar through a ring, a speech mark, three lines. */
const SHAPES: Readonly<Record<DeclarationKind, string>> = {
  dissociation: 'M6.8 1.6a6.5 6.5 0 0 0 0 12.8M9.2 1.6a6.5 6.5 0 0 1 0 12.8',
  reservation: 'M8 1.6a6.4 6.4 0 1 0 .01 0M3.6 12.4l8.8-8.8',
  'explanation-of-position': 'M2 2.5h12v8.5H8.5L5 14v-3H2z',
  'general-statement': 'M2.5 4h11M2.5 8h11M2.5 12h7',
};

/** The sign of a kind. Its name stands beside it. */
export function KindSign({ kind }: { kind: DeclarationKind }) {
  return (
    <svg
      className="kind-sign"
      data-kind-sign={kind}
      viewBox="0 0 16 16"
      width="13"
      height="13"
      aria-hidden="true"
    >
      <path
        d={SHAPES[kind]}
        fill="none"
        stroke="currentColor"
        strokeWidth="1.75"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}
