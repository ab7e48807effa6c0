import { ROLLING_SIGNS, type RollingParagraph, type RollingSign } from '../../model/rolling.ts';

/** Signs that occur in paragraphs of a rolling text: those its legend explains. */
export function signsOf(paragraphs: readonly RollingParagraph[]): readonly RollingSign[] {
  const found = new Set<RollingSign>();
  for (const { role, opens, by, amends, needsALook, pieces, notes, status } of paragraphs) {
    if (opens || pieces.some(({ kind }) => kind !== 'text')) found.add('brackets');
    if (by !== null || pieces.some(({ kind }) => kind === 'inserted')) found.add('attribution');
    if (pieces.some((piece) => piece.kind === 'struck' && piece.deletedBy.length > 0)) found.add('delete');
    if (role === 'alternative' || role === 'insertion') found.add(role);
    if (amends !== null) found.add('amends');
    if (needsALook) found.add('needs-a-look');
    for (const note of notes) {
      found.add(note.kind === 'move-here' ? 'move' : note.kind);
      if ('earlier' in note && note.earlier) found.add('needs-a-look');
    }
    if (status !== null) found.add(status.status);
    if (status?.changedSince === true) found.add('changed-since');
  }
  return ROLLING_SIGNS.filter((sign) => found.has(sign));
}
