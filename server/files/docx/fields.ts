/** Fields of Word: what they show is text, and a HYPERLINK is a link. */

import { safeLink } from '../../../shared/text/link.ts';

/** A field that is open: between its begin and its separator stands the instruction, behind that what it shows. */
export interface OpenField {
  instruction: string;
  shows: boolean;
  link: string | null;
}

/** Address of a HYPERLINK instruction, or null: another field. */
export const fieldLink = (instruction: string): string | null =>
  safeLink(/^\s*HYPERLINK\s+(?!\\)"?([^"\s]+)/i.exec(instruction)?.[1]);

/** Opens, turns or closes a field. Answers true where a field begins to show what is no link. */
export function changeField(type: string, fields: OpenField[]): boolean {
  const open = fields.at(-1);
  if (type === 'begin') fields.push({ instruction: '', shows: false, link: null });
  else if (type === 'end') fields.pop();
  else if (type === 'separate' && open !== undefined) {
    open.shows = true;
    open.link = fieldLink(open.instruction);
    return open.link === null;
  }
  return false;
}
