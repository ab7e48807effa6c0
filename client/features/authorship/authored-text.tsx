import { createElement, type KeyboardEvent, memo, type SyntheticEvent, useRef, useState } from 'react';
import type { AuthoredRun, Authorship } from '../../../shared/api/text.ts';
import { shortMomentInUtc } from '../../../shared/messages/moments.ts';
import type { ParticipantId } from '../../../shared/model/ids.ts';
import { useMessages } from '../../ui/messages.ts';
import type { Contributor } from './delegation-signs.ts';
import './authorship.css';

interface AuthoredTextProps {
  readonly paragraphs: Authorship['paragraphs'];
  readonly contributors: ReadonlyMap<ParticipantId, Contributor>;
  /** Only this person's words are drawn; null: everybody's. */
  readonly only: ParticipantId | null;
}

const STEPS: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

/**
 * The working text, each stretch drawn with the sign of whoever inserted it. One stop for the Tab key; arrows go
 * from stretch to stretch. Who and when is said below the text for the stretch pointed at or reached.
 */
export function AuthoredText(props: AuthoredTextProps) {
  const { t } = useMessages();
  const place = useRef<HTMLElement>(null);
  const [said, setSaid] = useState('');
  const show = (stretch: Element | null | undefined): void => {
    for (const old of place.current?.querySelectorAll('[data-current]') ?? [])
      old.removeAttribute('data-current');
    stretch?.setAttribute('data-current', '');
    setSaid((stretch instanceof HTMLElement ? stretch.dataset.said : undefined) ?? '');
  };
  const point = (event: SyntheticEvent): void => {
    const stretch = event.target instanceof Element ? event.target.closest('.authored') : null;
    if (stretch !== null) show(stretch);
  };
  const step = (event: KeyboardEvent): void => {
    const by = STEPS[event.key];
    if (by === undefined) return;
    event.preventDefault();
    const stretches = [...(place.current?.querySelectorAll('.authored') ?? [])];
    const at = stretches.findIndex((stretch) => stretch.hasAttribute('data-current'));
    const next = stretches[Math.max(0, Math.min(stretches.length - 1, at + by))];
    show(next);
    next?.scrollIntoView({ block: 'nearest' });
  };
  return (
    <>
      {/* biome-ignore lint/a11y/useKeyWithMouseEvents: the arrow keys do the same */}
      <section
        ref={place}
        className="text authors-text"
        aria-label={t('authors.stretches')}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: the arrow keys go from stretch to stretch
        tabIndex={0}
        onKeyDown={step}
        onMouseOver={point}
        onClick={point}
      >
        <Paragraphs {...props} />
      </section>
      <p className="authors-said" role="status">
        {said === '' ? t('authors.pointAt') : said}
      </p>
    </>
  );
}

const Paragraphs = memo(function Paragraphs({ paragraphs, contributors, only }: AuthoredTextProps) {
  return paragraphs.map(({ id, kind, level, dir, label, runs }) =>
    createElement(
      kind === 'title' ? 'h2' : kind === 'heading' ? 'h3' : 'p',
      { key: id, id: `p-${id}`, 'data-kind': kind, 'data-level': level, dir },
      label === '' ? null : (
        <span className="paragraph-label" key="label">
          <bdi>{label}</bdi>
        </span>
      ),
      runs.map((run, k) => (
        <AuthoredWords
          // biome-ignore lint/suspicious/noArrayIndexKey: runs have no identity but their place
          key={k}
          run={run}
          by={contributors.get(run.by)}
          quiet={only !== null && run.by !== only}
        />
      )),
    ),
  );
});

interface AuthoredWordsProps {
  readonly run: AuthoredRun;
  readonly by: Contributor | undefined;
  readonly quiet: boolean;
}

function AuthoredWords({ run, by, quiet }: AuthoredWordsProps) {
  const { t, locale } = useMessages();
  if (by === undefined || quiet) return <span className="authored-quiet">{run.text}</span>;
  const moment = shortMomentInUtc(run.at, locale, new Date());
  const said = t('authors.from', { name: by.name, delegation: by.delegation, moment });
  return (
    <span className="authored" data-hue={by.sign.hue} data-underline={by.sign.underline} data-said={said}>
      <bdi className="visually-hidden">{t('authors.heard', { name: by.name })}</bdi>
      {run.text}
    </span>
  );
}
