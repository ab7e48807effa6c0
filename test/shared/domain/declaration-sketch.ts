import { decideDeclaration, type WantedDeclaration } from '../../../shared/domain/declaration.ts';
import type { Declaration } from '../../../shared/model/declaration.ts';
import type { Holder } from '../../../shared/model/holder.ts';
import type { DocumentId, ParagraphId, VersionId } from '../../../shared/model/ids.ts';
import type { Adoption } from '../../../shared/model/silence.ts';
import { one, paragraph } from './position-sketch.ts';
import { at, signed } from './register-sketch.ts';

export const id = <Id extends string>(text: string) => text as Id;
/** The text that declarations are filed on. */
export const text = [
  paragraph('p', 'We promote gender equality and counter hate speech.'),
  paragraph('q', 'We recall resolution 70/125 and its gender aspects.'),
  paragraph('r', 'We thank the hosts.'),
];
export const adoption: Adoption = {
  id: id<DocumentId>('d'),
  documentId: id<DocumentId>('d'),
  version: id<VersionId>('v9'),
  manner: 'consensus',
  votes: null,
  date: at(3),
  symbol: '',
  recordClosedAt: null,
  by: signed('f', 3),
};
export const closed = { ...adoption, recordClosedAt: at(4) };

/** A reservation on the whole text, but for what is said otherwise. */
export const wants = (more: Partial<WantedDeclaration> = {}): WantedDeclaration => ({
  kind: 'reservation',
  version: id<VersionId>('v9'),
  objects: [{ on: 'text' }],
  statement: { language: 'en', text: 'We reserve.' },
  original: null,
  grounds: [],
  recording: null,
  written: null,
  ...more,
});
export const file = (wanted: WantedDeclaration, adopted: Adoption | null = null, holder: Holder = one('a')) =>
  decideDeclaration(wanted, {
    id: `x-${holder.id}`,
    documentId: id<DocumentId>('d'),
    holder,
    paragraphs: text,
    adoption: adopted,
    by: signed(holder.id, 5),
  });
/** A row as it is filed after adoption. */
export function filed(more: Partial<WantedDeclaration>, holder: Holder = one('a')): Declaration {
  const decided = file(wants(more), adoption, holder);
  if (!decided.ok) throw new Error(decided.error.detail);
  return decided.value.row;
}
export const onParagraphs = (...ids: string[]) =>
  ids.map((p) => ({ on: 'paragraph' as const, paragraph: id<ParagraphId>(p) }));
