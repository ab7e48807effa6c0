import type { RowKind } from '../../../shared/compare/comparison.ts';

/**
 * How changes are drawn. `un`: bold and strike-out (UN Editorial Manual); `who`: additions underlined, deletions in
 * brackets (WHO negotiating body modalities); `itu`: ADD, MOD, SUP, NOC beside the paragraph (ITU guidelines for
 * proposals); `word`: coloured underline and strike-out with a change bar.
 */
export const CHANGE_STYLES = ['word', 'un', 'who', 'itu'] as const;
export type ChangeStyle = (typeof CHANGE_STYLES)[number];

/** ITU's symbol for a paragraph. `(MOD)` is an editorial change: here, a move or a new number alone. */
export function ituSymbol(kind: RowKind, moved: boolean): string {
  switch (kind) {
    case 'added':
      return 'ADD';
    case 'removed':
      return 'SUP';
    case 'same':
      return moved ? '(MOD)' : 'NOC';
    case 'changed':
    case 'split':
    case 'merged':
      return 'MOD';
  }
}
