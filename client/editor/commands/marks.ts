import { toggleMark } from '@tiptap/pm/commands';
import type { Command } from '@tiptap/pm/state';
import { safeLink } from '../../../shared/text/link.ts';

/** Switches a mark on the selected words, or for what is typed next. */
export const toggle =
  (name: 'bold' | 'italic' | 'underline'): Command =>
  (state, dispatch, view) => {
    const type = state.schema.marks[name];
    return type !== undefined && toggleMark(type)(state, dispatch, view);
  };

/** Links the selected words; null takes links away. False for an address that `safeLink` refuses. */
export const setLink =
  (href: string | null): Command =>
  (state, dispatch) => {
    const { from, to, empty } = state.selection;
    const type = state.schema.marks.link;
    const address = href === null ? null : safeLink(href);
    if (type === undefined || empty || (href !== null && address === null)) return false;
    const tr = state.tr.removeMark(from, to, type);
    dispatch?.(address === null ? tr : tr.addMark(from, to, type.create({ href: address })));
    return true;
  };
