import { Extension } from '@tiptap/core';
import type { Transaction } from '@tiptap/pm/state';
import { holdLine } from './keep-line.ts';

/** Holds the line one looks at around every transaction that brings other people's changes. */
export const keepLine = (isForeign: (tr: Transaction) => boolean): Extension =>
  Extension.create({
    name: 'keepLine',
    dispatchTransaction({ transaction, next }) {
      const held = transaction.docChanged && isForeign(transaction) ? holdLine(this.editor.view) : null;
      next(transaction);
      held?.release();
    },
  });
