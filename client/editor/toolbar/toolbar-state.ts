import type { Mark, MarkType } from '@tiptap/pm/model';
import type { EditorState } from '@tiptap/pm/state';
import type { Direction, ParagraphKind } from '../../../shared/model/paragraph.ts';
import { deeper, shallower } from '../commands/kind.ts';
import { selectedParagraphs } from '../commands/selected.ts';

/** What the toolbar shows of a selection. `kind` is null where paragraphs of several kinds are selected. */
export interface ToolbarState {
  readonly kind: ParagraphKind | null;
  readonly level: number;
  readonly dir: Direction | null;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly underline: boolean;
  /** The address at the selection, or null. */
  readonly link: string | null;
  /** Whether words are selected: brackets and links need some. */
  readonly words: boolean;
  readonly canIndent: boolean;
  readonly canOutdent: boolean;
}

/** Reads the state of every control from the selection. Cheap: looks at the selected paragraphs alone. */
export function toolbarState(state: EditorState): ToolbarState {
  const heads = selectedParagraphs(state.doc, state.selection).map(({ head }) => head);
  const [first] = heads;
  const same = heads.every((head) => head.kind === first?.kind && head.level === first.level);
  return {
    kind: same ? (first?.kind ?? null) : null,
    level: same ? (first?.level ?? 0) : 0,
    dir: heads.every((head) => head.dir === first?.dir) ? (first?.dir ?? null) : null,
    bold: isMarked(state, state.schema.marks.bold),
    italic: isMarked(state, state.schema.marks.italic),
    underline: isMarked(state, state.schema.marks.underline),
    link: linkAt(state),
    words: !state.selection.empty,
    canIndent: heads.some((head) => deeper(head) !== null),
    canOutdent: heads.some((head) => shallower(head) !== null),
  };
}

/** Whether all selected characters bear a mark; with a caret, whether the next one typed would. */
export function isMarked(state: EditorState, type: MarkType | undefined): boolean {
  if (type === undefined) return false;
  const { from, to, empty, $from } = state.selection;
  if (empty) return type.isInSet(state.storedMarks ?? $from.marks()) !== undefined;
  let characters = 0;
  let marked = 0;
  state.doc.nodesBetween(from, to, (node, position) => {
    if (!node.isText) return;
    const size = Math.min(to, position + node.nodeSize) - Math.max(from, position);
    characters += size;
    if (type.isInSet(node.marks) !== undefined) marked += size;
  });
  return characters > 0 && marked === characters;
}

function linkAt(state: EditorState): string | null {
  const type = state.schema.marks.link;
  const { $from, empty } = state.selection;
  const marks = empty ? $from.marks() : ($from.nodeAfter?.marks ?? []);
  const mark: Mark | undefined = type?.isInSet(marks);
  return (mark?.attrs.href as string | undefined) ?? null;
}

/** Whether two states show the same, so that the toolbar need not be drawn again. */
export const sameToolbar = (a: ToolbarState, b: ToolbarState): boolean =>
  (Object.keys(a) as (keyof ToolbarState)[]).every((key) => a[key] === b[key]);
