import type { ImportWarning, ImportWarningCode } from '../model/file.ts';

/** What each warning tells the person who imports. */
const DETAILS: Readonly<Record<ImportWarningCode, string>> = {
  'footnotes-inlined': 'Footnotes stand in square brackets where their number stood.',
  'endnotes-inlined': 'Endnotes stand in square brackets where their number stood.',
  'comments-dropped': 'Comments were left out.',
  'insertions-accepted': 'Tracked insertions were taken as text.',
  'deletions-left-out': 'Tracked deletions were left out.',
  'moves-accepted': 'Tracked moves were taken at their new place.',
  'formatting-changes-accepted': 'Tracked changes of formatting were taken as they look now.',
  'table-as-paragraphs': 'Each table cell became a paragraph, row by row.',
  'text-box-as-paragraphs': 'Text boxes became paragraphs behind the one that holds them.',
  'images-dropped': 'Images were left out.',
  'equations-as-text': 'Equations were taken as plain characters.',
  'fields-as-text': 'Fields (dates, cross-references, contents) were taken as the text they showed.',
  'embedded-objects-dropped': 'Embedded objects and charts were left out.',
  'headers-dropped': 'Page headers and footers were left out.',
  'formatting-dropped':
    'Formatting other than bold, italic, underline and links was left out (highlighting, small capitals, super- and subscript); the words stand.',
  'strike-through-dropped':
    'Words struck through by hand were taken as plain words. Check whether they were meant to be deleted.',
  'hidden-text-kept': 'Hidden text was taken as text.',
  'symbols-replaced': 'Symbols of a special font became the closest character, or a replacement character.',
  'links-dropped':
    'Links within the file or to other than web and mail addresses were left out; their words stand.',
  'levels-flattened': 'Headings below level 3 or list items below level 4 were raised to it.',
  'line-breaks-joined': 'Line breaks inside a paragraph became spaces.',
  'code-as-text': 'Code became plain paragraphs.',
  'markup-dropped': 'Markup that a paragraph cannot carry was left out; the words stand.',
  'windows-1252-assumed':
    'The file says no encoding and was read as Windows-1252 (Western European). Check accented letters and quotation marks.',
  'control-characters-dropped': 'Invisible control characters were left out.',
  'unknown-content-dropped': 'Content of a kind that this reader does not know was left out.',
};

export type WarningCounts = Partial<Record<ImportWarningCode, number>>;

/** Warnings for everything counted at least once, in the order of the codes. */
export const warningsOf = (counts: WarningCounts): ImportWarning[] =>
  (Object.keys(DETAILS) as ImportWarningCode[]).flatMap((code) => {
    const count = counts[code] ?? 0;
    return count > 0 ? [{ code, detail: DETAILS[code], count }] : [];
  });
