import type { SilenceProcedure } from '../../../shared/model/silence.ts';
import { signatoryOf } from '../../api/register/signatory.ts';
import type { RegisterView } from '../../api/register/use-register.ts';
import { Byline } from '../../ui/byline.tsx';
import { FROM_TO, FromTo } from '../../ui/from-to.tsx';
import { useMessages } from '../../ui/messages.ts';

/** Each time more was given, the latest first: which deadline became which, by whom, and what they wrote. */
export function Extensions({ silence, view }: { silence: SilenceProcedure; view: RegisterView }) {
  const { t } = useMessages();
  const { extensions = [] } = silence;
  if (extensions.length === 0) return null;
  return (
    <ul className="silence-extensions" aria-label={t('silence.extend.list')}>
      {extensions.toReversed().map(({ from, to, letter, by }) => (
        <li key={to}>
          <p>
            <FromTo words={t('silence.extend.moved', FROM_TO)} from={from} to={to} />
          </p>
          <Byline {...signatoryOf(view, by)} dense />
          {letter === '' ? null : (
            <div className="silence-letter">
              <blockquote dir="auto">{letter}</blockquote>
            </div>
          )}
        </li>
      ))}
    </ul>
  );
}
