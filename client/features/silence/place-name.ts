import type { ParagraphId } from '../../../shared/model/ids.ts';
import type { LabelledParagraph } from '../../../shared/model/paragraph.ts';
import type { ObjectedPlace } from '../../../shared/model/silence.ts';
import { citations } from '../../../shared/text/citation.ts';
import type { Translate } from '../../ui/messages.ts';

/** First words of a paragraph, for lists. */
const GIST = 70;

/** Cut behind a word, where there is one. */
export const gist = (text: string): string =>
  text.length <= GIST ? text : `${text.slice(0, GIST).replace(/\s+\S*$/u, '')} …`;

/** How the places of a version are named: `14 (a)`, `14, chapeau`; a heading by its words. */
export function placeNames(t: Translate, paragraphs: readonly LabelledParagraph[]) {
  const cited = citations(paragraphs);
  const texts = new Map(paragraphs.map(({ id, text }) => [id, text]));
  return ({
    paragraph,
    label,
    chapeau,
  }: ObjectedPlace | { paragraph: ParagraphId; label: string; chapeau: boolean }) => {
    const name = cited.get(paragraph) || label;
    if (name === '') return t('silence.object.opening', { words: gist(texts.get(paragraph) ?? '') });
    return chapeau ? t('silence.chapeauOf', { label: name }) : name;
  };
}
