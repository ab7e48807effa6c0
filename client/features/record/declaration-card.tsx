import type { ReactNode } from 'react';
import { momentInUtc } from '../../../shared/messages/moments.ts';
import type { SpokenWords } from '../../../shared/model/declaration.ts';
import type { RecordDeclaration, RecordObject, RecordVoice } from '../../../shared/model/record.ts';
import { unreachable } from '../../../shared/model/result.ts';
import { ConstituencySign } from '../../ui/constituency-sign.tsx';
import { listed, type Translate, useMessages } from '../../ui/messages.ts';
import { declarationAnchor } from './addresses.ts';
import { RecordingLink } from './recording-link.tsx';

/** One declaration as it stands on record, with everything that was filed with it. */
export function DeclarationCard({ declaration }: { declaration: RecordDeclaration }) {
  const { t, locale } = useMessages();
  const { id, holder, constituency, objects, voices, statement, original, grounds } = declaration;
  const { recording, written, filed, at, version, correctedAt, withdrawnAt } = declaration;
  const spoken = voices.filter(({ through }) => through === 'membership' || through === 'alignment');
  const joined = voices.filter(({ through }) => through === 'joined');
  const named = (list: readonly RecordVoice[]): string => listed(list.map((voice) => voiceSaid(voice, t)));
  return (
    <article
      className="record-declaration"
      id={declarationAnchor(id)}
      data-withdrawn={withdrawnAt !== null || undefined}
    >
      <h5 className="record-holder">
        <ConstituencySign constituency={constituency} /> <bdi>{holder}</bdi>
        {constituency === null || constituency === 'government' ? null : (
          <span className="soft"> · {t(`terms.constituency.${constituency}`)}</span>
        )}
        {withdrawnAt === null ? null : <span className="badge">{t('record.declarations.withdrawn')}</span>}
      </h5>
      <dl className="record-facts">
        {objects.length === 0 ? null : (
          <Fact name={t('record.declarations.on')}>
            {objects.map((object) => objectSaid(object, t)).join('; ')}
          </Fact>
        )}
        {spoken.length === 0 ? null : <Fact name={t('record.declarations.speaksFor')}>{named(spoken)}</Fact>}
        {joined.length === 0 ? null : <Fact name={t('record.declarations.joined')}>{named(joined)}</Fact>}
        {grounds.length === 0 ? null : (
          <Fact name={t('record.declarations.grounds')}>
            {grounds.map((ground) => t(`record.declarations.ground.${ground}`)).join(', ')}
          </Fact>
        )}
        <Fact name={t('record.declarations.filed')}>
          {momentInUtc(at, locale)}, {t(`record.declarations.${filed}`, { version })}
        </Fact>
        {correctedAt === null ? null : (
          <Fact name={t('record.declarations.corrected')}>{momentInUtc(correctedAt, locale)}</Fact>
        )}
        {withdrawnAt === null ? null : (
          <Fact name={t('record.declarations.withdrawn')}>{momentInUtc(withdrawnAt, locale)}</Fact>
        )}
      </dl>
      <Words words={statement} />
      {original === null ? null : (
        <>
          <p className="soft small">
            {t('record.declarations.original', { language: languageName(original.language, locale) })}
          </p>
          <Words words={original} />
        </>
      )}
      {recording === null && written === null ? null : (
        <p className="record-links">
          <RecordingLink recording={recording} />
          {written === null ? null : (
            <a href={written} rel="noopener noreferrer">
              {t('record.declarations.written')}
            </a>
          )}
        </p>
      )}
    </article>
  );
}

const Fact = ({ name, children }: { name: string; children: ReactNode }) => (
  <div>
    <dt>{name}</dt>
    <dd dir="auto">{children}</dd>
  </div>
);

/** What was said, in its own language and direction. */
export const Words = ({ words: { language, text } }: { words: SpokenWords }) => (
  <blockquote className="record-words" lang={language} dir="auto">
    {text}
  </blockquote>
);

function languageName(tag: string, locale: string): string {
  try {
    return new Intl.DisplayNames(locale, { type: 'language' }).of(tag) ?? tag;
  } catch {
    return tag;
  }
}

const voiceSaid = ({ name, except }: RecordVoice, t: Translate): string =>
  except.length === 0 ? name : t('record.declarations.except', { name, labels: except.join(', ') });

function objectSaid({ on, words, places }: RecordObject, t: Translate): string {
  const labels = places.filter((label) => label !== '');
  const at =
    places.length === 0
      ? t('record.declarations.nowhere')
      : labels.length === 0
        ? t('record.declarations.unnumbered')
        : labels.length === 1
          ? t('record.declarations.paragraph', { labels: labels.join(', ') })
          : t('record.declarations.paragraphs', { labels: labels.join(', ') });
  switch (on) {
    case 'text':
      return t('record.declarations.wholeText');
    case 'paragraph':
      return at;
    case 'term':
      return t('record.declarations.term', { words, places: at });
    case 'reference':
      return t('record.declarations.reference', { words, places: at });
    case 'absent':
      return t('record.declarations.absent', { words });
    default:
      return unreachable(on);
  }
}
