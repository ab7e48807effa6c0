import { useId, useMemo, useState } from 'react';
import { opensPart } from '../../../shared/domain/silence.ts';
import type { ParagraphId } from '../../../shared/model/ids.ts';
import type { LabelledParagraph } from '../../../shared/model/paragraph.ts';
import { citations } from '../../../shared/text/citation.ts';
import { Field } from '../../ui/field.tsx';
import { useMessages } from '../../ui/messages.ts';
import { placeNames } from './place-name.ts';

/** A place that may be objected to. */
export interface PickedPlace {
  readonly paragraph: ParagraphId;
  readonly chapeau: boolean;
}

interface PlacePickerProps {
  readonly paragraphs: readonly LabelledParagraph[];
  readonly value: readonly PickedPlace[];
  readonly onChange: (value: readonly PickedPlace[]) => void;
  readonly problem: string | undefined;
}

const keyOf = ({ paragraph, chapeau }: PickedPlace): string => `${paragraph} ${chapeau}`;
const plain = (words: string): string => words.replace(/\s+/g, '').toLocaleLowerCase();

/** Every paragraph of the version with a box to tick; what opens a part has one more, for its chapeau. */
export function PlacePicker({ paragraphs, value, onChange, problem }: PlacePickerProps) {
  const { t } = useMessages();
  const [sought, setSought] = useState('');
  const said = useId();
  const cited = useMemo(() => citations(paragraphs), [paragraphs]);
  const nameOf = useMemo(() => placeNames(t, paragraphs), [t, paragraphs]);
  const chosen = new Set(value.map(keyOf));
  const toggle = (place: PickedPlace): void =>
    onChange(
      chosen.has(keyOf(place)) ? value.filter((one) => keyOf(one) !== keyOf(place)) : [...value, place],
    );
  const asked = plain(sought);
  const shown = paragraphs
    .map((paragraph, k) => ({ paragraph, next: paragraphs[k + 1] }))
    .filter(
      ({ paragraph: { id, text } }) =>
        asked === '' || plain(cited.get(id) ?? '').startsWith(asked) || plain(text).includes(asked),
    );
  const names = paragraphs.flatMap(({ id, label }) =>
    [true, false]
      .map((chapeau) => ({ paragraph: id, label, chapeau }))
      .filter((place) => chosen.has(keyOf(place)))
      .map(nameOf),
  );
  return (
    <fieldset className="plain" aria-describedby={said}>
      <legend>{t('silence.object.places')}</legend>
      <Field label={t('silence.object.find')}>
        <input
          type="search"
          value={sought}
          autoComplete="off"
          onChange={(event) => setSought(event.target.value)}
          // Enter here looks; it does not send the objection.
          onKeyDown={(event) => (event.key === 'Enter' ? event.preventDefault() : undefined)}
        />
      </Field>
      {/* A region that scrolls takes the keyboard by the boxes in it. */}
      <ul className="silence-places">
        {shown.map(({ paragraph, next }) => (
          <PlaceRow
            key={paragraph.id}
            paragraph={paragraph}
            label={cited.get(paragraph.id) ?? ''}
            opens={opensPart(paragraph, next)}
            chosen={(place) => chosen.has(keyOf(place))}
            onToggle={toggle}
          />
        ))}
        {shown.length === 0 ? <li className="soft">{t('silence.object.nothing')}</li> : null}
      </ul>
      <p className={problem === undefined ? 'soft' : 'field-error'} id={said} role="status">
        {problem ??
          (names.length === 0
            ? t('silence.object.noneChosen')
            : t('silence.object.chosen', { places: names.join('; ') }))}
      </p>
    </fieldset>
  );
}

interface PlaceRowProps {
  readonly paragraph: LabelledParagraph;
  readonly label: string;
  readonly opens: boolean;
  readonly chosen: (place: PickedPlace) => boolean;
  readonly onToggle: (place: PickedPlace) => void;
}

function PlaceRow({ paragraph: { id, kind, text, dir }, label, opens, chosen, onToggle }: PlaceRowProps) {
  const { t } = useMessages();
  const heads = kind === 'heading' || kind === 'title';
  const [whole, chapeau] = [
    { paragraph: id, chapeau: false },
    { paragraph: id, chapeau: true },
  ];
  // Of a heading there is nothing to object to but its words, which open a part.
  const own = heads ? chapeau : whole;
  return (
    <li data-heads={heads || undefined}>
      <label className="silence-place">
        <input type="checkbox" checked={chosen(own)} onChange={() => onToggle(own)} />
        {label === '' ? null : <bdi className="silence-label">{label}</bdi>}
        <span className="silence-words" dir={dir === 'auto' ? 'auto' : dir}>
          {text}
        </span>
      </label>
      {opens && !heads ? (
        <label className="silence-place silence-chapeau">
          <input type="checkbox" checked={chosen(chapeau)} onChange={() => onToggle(chapeau)} />
          {t('silence.object.chapeau')}
        </label>
      ) : null}
    </li>
  );
}
