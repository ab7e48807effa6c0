/** All texts of a document, and one paragraph through all of them. */
export const history = {
  title: 'History of the text',
  intro:
    'What became of every paragraph from text to text. A sign leads to the change; a paragraph to its own history.',
  paragraph: 'Paragraph',
  legend: 'What the signs mean',
  state: {
    first: 'stands in the first text',
    same: 'unchanged',
    slight: 'changed in part',
    much: 'rewritten',
    new: 'new',
    moved: 'moved',
    split: 'split',
    merged: 'merged',
    ended: 'removed',
    absent: 'not in this text',
  },
  lineage: 'One paragraph through all texts',
  back: 'History of the text',
  notYet: 'Not yet in the text.',
  gone: 'No longer in the text.',
  unknown: 'No text of this document has this paragraph. It may have been moved to another document.',
} as const;
