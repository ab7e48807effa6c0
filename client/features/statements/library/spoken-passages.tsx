import type { Passage } from '../../../../shared/model/statement.ts';
import { useMessages } from '../../../ui/messages.ts';
import { recordingAddress, timeCode } from '../../../ui/time-code.ts';

interface SpokenPassagesProps {
  readonly passages: readonly Passage[];
  /** Passages that are shown; the rest is counted by whoever shows the statement whole. */
  readonly most?: number;
}

/** What was said: the speaker's own words as a quotation, what others report in another shape and named so. */
export function SpokenPassages({ passages, most = passages.length }: SpokenPassagesProps) {
  const { t } = useMessages();
  return (
    <ol className="statement-spoken">
      {passages.slice(0, most).map((passage, n) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: passages have their order and nothing else
        <li key={n} className="statement-passage" data-manner={passage.manner}>
          <p className="statement-manner">
            {t(`statements.card.${passage.manner}`)}
            {passage.manner === 'reported' ? (
              <span className="visually-hidden"> ({t('statements.card.reportedHelp')})</span>
            ) : null}
          </p>
          {passage.manner === 'verbatim' ? (
            <blockquote className="statement-words" dir="auto" lang={passage.words.language}>
              {passage.words.text}
            </blockquote>
          ) : (
            <p className="statement-words" dir="auto" lang={passage.words.language}>
              {passage.words.text}
            </p>
          )}
          {passage.recording === null || samePlace(passage, passages[n + 1]) ? null : (
            <p className="statement-place">
              <a href={recordingAddress(passage.recording)} target="_blank" rel="noreferrer">
                <span aria-hidden>▶ </span>
                {passage.recording.at === null
                  ? t('statements.card.listenStart')
                  : t('statements.card.listen', { time: timeCode(passage.recording.at) })}
                <span className="visually-hidden"> {t('statements.card.newTab')}</span>
              </a>
            </p>
          )}
        </li>
      ))}
    </ol>
  );
}

/** Notes give one time code for several passages: it stands below the last of them. */
const samePlace = ({ recording }: Passage, next: Passage | undefined): boolean =>
  next?.recording != null &&
  recording !== null &&
  next.recording.url === recording.url &&
  next.recording.at === recording.at;
