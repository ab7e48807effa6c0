import '../card/card.css';
import './competing.css';
import { Fragment, useMemo } from 'react';
import { Link } from 'wouter';
import type { Stretch } from '../../../../shared/amend/collisions.ts';
import type { LabelledParagraph } from '../../../../shared/model/paragraph.ts';
import { signatoryOf } from '../../../api/register/signatory.ts';
import type { RegisterView } from '../../../api/register/use-register.ts';
import { Byline } from '../../../ui/byline.tsx';
import { useMessages } from '../../../ui/messages.ts';
import { proposalAddress } from '../addresses.ts';
import { Amendment } from '../amendment/amendment.tsx';
import { paragraphName } from '../amendment/paragraph-name.ts';
import { Redline } from '../amendment/redline.tsx';
import { textOf } from '../amendment/shown-change.ts';
import { speakerName } from '../card/names.ts';
import { openProposals } from '../list/open-proposals.ts';
import { textUnder } from '../text/text-under.ts';
import { contested, type Pair, pairsOf, type Rival, together } from './pairs.ts';

interface CompetingProposalsProps {
  readonly view: RegisterView;
  readonly paragraph: LabelledParagraph;
  readonly paragraphs: readonly LabelledParagraph[];
}

/** Open proposals on a paragraph, found where the paragraph is now. */
export const rivalsOn = (
  view: RegisterView,
  paragraph: LabelledParagraph['id'],
  paragraphs: readonly LabelledParagraph[],
): readonly Rival[] =>
  openProposals(view)
    // An amendment to an amendment is about that proposal, not about the text.
    .filter(({ amends }) => amends === null)
    .flatMap((proposal) =>
      textUnder(proposal, paragraphs, view)
        .filter(({ change, now }) => change.paragraph === paragraph || now.some(({ id }) => id === paragraph))
        .map((shown) => ({ proposal, shown })),
    );

/** All open proposals on one paragraph against the standing words: where they collide and where they combine. */
export function CompetingProposals({ view, paragraph, paragraphs }: CompetingProposalsProps) {
  const { t } = useMessages();
  const rivals = useMemo(() => rivalsOn(view, paragraph.id, paragraphs), [view, paragraph.id, paragraphs]);
  const pairs = useMemo(() => pairsOf(paragraph, rivals), [paragraph, rivals]);
  const all = useMemo(() => together(paragraph, rivals), [paragraph, rivals]);
  const name = paragraphName(paragraph.label, paragraph.text, t);
  const fought = contested(pairs);
  const nameOf = (rival: Rival): string =>
    t('proposals.competing.named', {
      nth: rivals.indexOf(rival) + 1,
      who: speakerName(view, rival.proposal.by),
    });
  return (
    <div className="competing">
      <section aria-labelledby="competing-text">
        <h2 className="section-title" id="competing-text">
          <bdi>{t('proposals.competing.title', { label: name })}</bdi>
        </h2>
        <p className="soft">
          {rivals.length === 0
            ? t('proposals.competing.nothing')
            : t('proposals.competing.lead', { count: rivals.length })}
        </p>
        <p className="competing-text" dir={paragraph.dir}>
          <Contested text={paragraph.text} stretches={fought} />
        </p>
        {fought.length === 0 ? null : <p className="small soft">{t('proposals.competing.touched')}</p>}
      </section>
      <ul className="competing-list">
        {rivals.map(({ proposal, shown }, k) => (
          <li key={shown.change.id} className="proposal-card">
            <h3 className="competing-name">{t('proposals.competing.nth', { nth: k + 1 })}</h3>
            <Byline {...signatoryOf(view, proposal.by)} dense />
            <Amendment shown={shown} paragraphs={paragraphs} bare />
            <p>
              <Link href={proposalAddress(proposal.documentId, proposal.id)}>{t('proposals.open')}</Link>
            </p>
          </li>
        ))}
      </ul>
      {pairs.length === 0 ? null : (
        <ul className="competing-pairs">
          {pairs.map((pair) => (
            <li key={`${pair.one.shown.change.id} ${pair.other.shown.change.id}`}>
              <Meeting pair={pair} nameOf={nameOf} paragraph={paragraph} />
            </li>
          ))}
        </ul>
      )}
      {all === null ? null : (
        <section aria-labelledby="competing-together">
          <h2 className="section-title" id="competing-together">
            {t('proposals.competing.together')}
          </h2>
          <Redline from={paragraph.text} to={textOf(all)} dir={paragraph.dir} />
        </section>
      )}
    </div>
  );
}

/** The standing words, those marked that several proposals change. */
function Contested({ text, stretches }: { text: string; stretches: readonly Stretch[] }) {
  const { t } = useMessages();
  let at = 0;
  return (
    <>
      {stretches.map(({ start, end }) => {
        const before = text.slice(at, start);
        at = end;
        return (
          <Fragment key={start}>
            {before}
            <mark className="contested">
              <bdi className="visually-hidden">{t('proposals.competing.touchedSpoken')}</bdi>
              {text.slice(start, end)}
            </mark>
          </Fragment>
        );
      })}
      {text.slice(at)}
    </>
  );
}

interface MeetingProps {
  readonly pair: Pair;
  /** What a proposal is called on this page: its number and who speaks. */
  readonly nameOf: (rival: Rival) => string;
  readonly paragraph: LabelledParagraph;
}

function Meeting({ pair: { one, other, meeting, overlaps, wording }, nameOf, paragraph }: MeetingProps) {
  const { t } = useMessages();
  const names = {
    one: nameOf(one),
    other: nameOf(other),
  };
  if (meeting === 'same')
    return <p className="competing-meeting">＝ {t('proposals.competing.same', names)}</p>;
  if (meeting === 'combine')
    return (
      <>
        <p className="competing-meeting" data-meeting="combine">
          <span aria-hidden>✓ </span>
          {t('proposals.competing.combine', names)}
          {wording === null ? null : `. ${t('proposals.competing.combineHelp')}`}
        </p>
        {wording === null ? null : <Redline from={paragraph.text} to={textOf(wording)} dir={paragraph.dir} />}
      </>
    );
  const words = overlaps.map(({ start, end }) => paragraph.text.slice(start, end).trim());
  return (
    <p className="competing-meeting" data-meeting="collide">
      <span aria-hidden>⚠ </span>
      {t('proposals.competing.collide', names)}{' '}
      {words
        .map((each) =>
          each === ''
            ? t('proposals.competing.collideAt')
            : t('proposals.competing.collideIn', { words: each }),
        )
        .join('; ')}
    </p>
  );
}
