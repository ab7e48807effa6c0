import type { Editor } from '@tiptap/core';
import type { EditorState } from '@tiptap/pm/state';
import { useEditorValue } from './use-editor-value.ts';

interface PageHeadingProps {
  readonly editor: Editor | null;
  /** The document's title, as its facilitators named it. */
  readonly title: string;
}

/** The page's heading to the ear, as long as the text has no title of its own to be it: exactly one at any time. */
export function PageHeading({ editor, title }: PageHeadingProps) {
  return editor === null ? <Heard title={title} /> : <UnlessTitled editor={editor} title={title} />;
}

function UnlessTitled({ editor, title }: { editor: Editor; title: string }) {
  return useEditorValue(editor, isTitled) ? null : <Heard title={title} />;
}

const Heard = ({ title }: { title: string }) => (
  <h1 className="visually-hidden" dir="auto">
    {title}
  </h1>
);

/** An empty title is no heading to anybody. */
const isTitled = ({ doc }: EditorState): boolean =>
  doc.children.some((node) => node.attrs.kind === 'title' && node.content.size > 0);
