import { type Extensions, getSchema } from '@tiptap/core';
import type { Schema } from '@tiptap/pm/model';
import { Characters, TextDocument } from './document.ts';
import { Link } from './link.ts';
import { Bold, Italic, Underline } from './marks.ts';
import { Paragraph } from './paragraph.ts';

/** What a working text may hold, as Tiptap extensions. Behaviour (keys, binding, labels) is added by others. */
export const textExtensions: Extensions = [
  TextDocument,
  Paragraph,
  Characters,
  Link,
  Bold,
  Italic,
  Underline,
];

/** The same as a plain ProseMirror schema: needs no page, so tests and simulations run without one. */
export const textSchema = (): Schema => getSchema(textExtensions);
