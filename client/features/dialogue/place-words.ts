import type { Comment } from '../../../shared/model/comment.ts';
import type { Translate } from '../../ui/messages.ts';

/** The speaker of a statement, as printed. */
type SpeakerOf = (statement: string) => string | undefined;

/** Where a comment was put, in words: `On words in 14`, `Missing after PP3`. The label is the one of that time. */
export function placeWords({ on }: Comment, t: Translate, speakerOf?: SpeakerOf): string {
  if (on.noun === 'proposal') return t('dialogue.place.proposal');
  if (on.noun === 'statement') {
    const speaker = speakerOf?.(on.id);
    return speaker === undefined
      ? t('dialogue.place.statement')
      : t('dialogue.place.statementBy', { speaker });
  }
  const { anchor } = on;
  switch (anchor.scope) {
    case 'text':
      return t('dialogue.place.text');
    case 'words':
      return anchor.label === ''
        ? t('dialogue.place.wordsUnnumbered')
        : t('dialogue.place.words', { label: anchor.label });
    case 'paragraph':
      return anchor.label === ''
        ? t('dialogue.place.paragraphUnnumbered')
        : t('dialogue.place.paragraph', { label: anchor.label });
    case 'absent':
      if (anchor.paragraph === null) return t('dialogue.place.absentFirst');
      return anchor.label === ''
        ? t('dialogue.place.absentUnnumbered')
        : t('dialogue.place.absent', { label: anchor.label });
  }
}

/** The words a comment quotes; empty where it quotes none. A whole paragraph is cut to a line. */
export function quoteOf({ on }: Comment): string {
  if (on.noun !== 'text' || on.anchor.scope === 'text' || on.anchor.scope === 'absent') return '';
  return on.anchor.quote.exact;
}
