import type { SpokenWords } from '../../../shared/model/declaration.ts';
import { useMessages } from '../../ui/messages.ts';
import { directionOf, languageName } from './languages.ts';

interface SpokenProps {
  readonly words: SpokenWords;
  /** `original`: what was said, where the statement is a translation of it. */
  readonly as: 'statement' | 'original';
}

/** Words in the language they were said in: its name above, the language and its direction on the words themselves. */
export function Spoken({ words: { language, text }, as }: SpokenProps) {
  const { t, locale } = useMessages();
  const name = languageName(language, locale);
  return (
    <figure className="spoken" data-as={as}>
      <figcaption className="spoken-title">
        {as === 'original'
          ? t('declarations.card.originalIn', { language: name })
          : t('declarations.card.statementIn', { language: name })}
      </figcaption>
      <blockquote className="spoken-words" lang={language} dir={directionOf(language)}>
        {text}
      </blockquote>
    </figure>
  );
}
