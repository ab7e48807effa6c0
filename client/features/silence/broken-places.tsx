import type { DocumentId, VersionId } from '../../../shared/model/ids.ts';
import type { LabelledParagraph } from '../../../shared/model/paragraph.ts';
import type { SilenceObjection, SilenceProcedure } from '../../../shared/model/silence.ts';
import type { RegisterView } from '../../api/register/use-register.ts';
import { Button } from '../../ui/button.tsx';
import { copyText } from '../../ui/copy-text.ts';
import { useMessages } from '../../ui/messages.ts';
import { type BrokenSection, brokenSections } from './broken-list.ts';
import { holderName } from './holder-name.ts';
import { gist, placeNames } from './place-name.ts';

interface BrokenPlacesProps {
  readonly id: DocumentId;
  readonly version: { readonly id: VersionId; readonly name: string };
  readonly silence: SilenceProcedure;
  readonly objections: readonly SilenceObjection[];
  readonly paragraphs: readonly LabelledParagraph[];
  readonly view: RegisterView;
}

/** Where a silence was broken, by section, with who objected and why; to be copied for the facilitators' letter. */
export function BrokenPlaces({ id, version, silence, objections, paragraphs, view }: BrokenPlacesProps) {
  const { t } = useMessages();
  const sections = brokenSections(silence, objections, paragraphs);
  const nameOf = placeNames(t, paragraphs);
  const texts = new Map(paragraphs.map(({ id: one, text }) => [one, text]));
  const reasons = new Map(objections.map((objection) => [objection.id, objection]));
  const titled = ({ heading }: BrokenSection): string => heading ?? t('silence.past.opening');
  const letter = (): string =>
    [
      t('silence.past.list', { version: version.name }),
      ...sections.map((section) =>
        t('silence.past.line', {
          section: titled(section),
          places: section.places
            .map((place) =>
              texts.get(place.paragraph) === section.heading ? t('silence.past.chapeau') : nameOf(place),
            )
            .join(', '),
        }),
      ),
    ].join('\n');
  return (
    <div className="stack">
      {sections.map((section) => (
        <section key={titled(section)} className="silence-section">
          <h4 dir="auto">{titled(section)}</h4>
          <ul>
            {section.places.map((place) => (
              <li key={`${place.paragraph} ${place.chapeau}`}>
                <a href={`/d/${id}/v/${version.id}#${encodeURIComponent(place.paragraph)}`}>
                  <bdi>{nameOf(place)}</bdi>
                </a>{' '}
                {place.label === '' ? null : (
                  <span className="soft" dir="auto">
                    {gist(texts.get(place.paragraph) ?? '')}
                  </span>
                )}
                <ul className="silence-by">
                  {place.by.map(({ holder, objection }) => (
                    <li key={objection} className="silence-objector">
                      <b>
                        <bdi>{holderName(view, holder)}</bdi>
                      </b>
                      <span className="silence-reason" dir="auto">
                        {reasons.get(objection)?.reason}
                      </span>
                      {reasons.get(objection)?.proposal == null ? null : (
                        <a href={`/d/${id}/proposals/${reasons.get(objection)?.proposal}`}>
                          {t('silence.amendment')}
                        </a>
                      )}
                    </li>
                  ))}
                </ul>
              </li>
            ))}
          </ul>
        </section>
      ))}
      <p>
        <Button small onClick={() => void copyText(letter(), t('silence.past.copied'))}>
          {t('silence.past.copy')}
        </Button>
      </p>
    </div>
  );
}
