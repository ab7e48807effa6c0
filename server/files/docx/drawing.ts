import { child, type Element, elements } from '../xml.ts';
import { type Content, type Reading, tally } from './reading.ts';

/** Text boxes are kept for later, pictures and charts are counted. */
export function readDrawing(node: Element, content: Content, reading: Reading): void {
  const boxes: Element[] = [];
  const find = (element: Element): void => {
    if (element.name === 'txbxContent') boxes.push(element);
    else if (element.name === 'AlternateContent')
      find(child(element, 'Choice') ?? { ...element, children: [] });
    else for (const each of elements(element)) find(each);
  };
  find(node);
  if (boxes.length === 0) tally(reading, 'images-dropped');
  else {
    tally(reading, 'text-box-as-paragraphs', boxes.length);
    content.boxes.push(...boxes);
  }
}
