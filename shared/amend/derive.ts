import type { WordDifference } from '../compare/comparison.ts';
import type { Wording } from '../model/proposal.ts';
import { editsOf } from './merge.ts';
import { type Piece, piecesOf } from './pieces.ts';

/**
 * What an amendment changes, word by word, as it is read: `=` and `-` joined give the old text, `=` and `+` the new
 * one, paragraphs of one side joined by a line break.
 */
export function derive(from: readonly Wording[], to: readonly Wording[]): WordDifference[] {
  const before = piecesOf(from);
  const after = piecesOf(to);
  const words: WordDifference[] = [];
  const say = (operation: WordDifference[0], pieces: readonly Piece[]): void => {
    const text = pieces.map(({ core }) => core).join('');
    if (text !== '') words.push([operation, text]);
  };
  let at = 0;
  for (const edit of editsOf(before, after)) {
    say('=', before.slice(at, edit.from[0]));
    say('-', before.slice(...edit.from));
    say('+', after.slice(...edit.to));
    at = edit.from[1];
  }
  say('=', before.slice(at));
  return words;
}
