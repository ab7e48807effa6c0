import './amendment.css';
import { type ReactNode, useMemo } from 'react';
import { type LabelledParagraph, plainText } from '../../../../shared/model/paragraph.ts';
import { useMessages } from '../../../ui/messages.ts';
import { wordChanges } from '../draft/word-changes.ts';
import { paragraphName } from './paragraph-name.ts';
import { Redline, RedlineWords, WordCounts } from './redline.tsx';
import { type ShownChange, sidesOf, textOf } from './shown-change.ts';

interface AmendmentProps {
  readonly shown: ShownChange;
  /** The text it is shown against, for naming places. */
  readonly paragraphs: readonly LabelledParagraph[];
  /** Without its name, where the page around says which paragraph it is about. */
  readonly bare?: boolean;
}

/** One change of a proposal against the text as it stands, with its state said in words. */
export function Amendment({ shown, paragraphs, bare = false }: AmendmentProps) {
  const { t } = useMessages();
  const { change, state, now } = shown;
  const base = change.base === null ? '' : plainText(change.base.runs);
  const name =
    change.base === null
      ? t('proposals.theBeginning')
      : now[0] === undefined
        ? paragraphName(change.base.label, base, t)
        : paragraphName(now[0].label, plainText(now[0].runs), t);
  const after = useMemo(() => placeName(paragraphs, shown.after, t), [paragraphs, shown.after, t]);
  const said =
    change.act === 'move'
      ? shown.after === null
        ? t('proposals.on.moveFirst', { label: name })
        : t('proposals.on.move', { label: name, after })
      : change.base === null
        ? t('proposals.on.first')
        : t(`proposals.on.${change.act}`, { label: name });
  return (
    <div className="amendment" data-state={state}>
      <div className="amendment-head">
        <p className="amendment-name">{bare ? t(`proposals.act.${change.act}`) : <bdi>{said}</bdi>}</p>
        <Counts shown={shown} />
      </div>
      <Words shown={shown} base={base} after={after} />
      {state === 'current' ? null : (
        <p className="amendment-state" data-state={state}>
          <strong>{t(`proposals.state.${state}`)}.</strong> {t(`proposals.stateHelp.${state}`)}
        </p>
      )}
    </div>
  );
}

function placeName(
  paragraphs: readonly LabelledParagraph[],
  id: ShownChange['after'],
  t: ReturnType<typeof useMessages>['t'],
): string {
  if (id === null) return t('proposals.theBeginning');
  const found = paragraphs.find((paragraph) => paragraph.id === id);
  return found === undefined ? t('proposals.gone') : paragraphName(found.label, found.text, t);
}

function Counts({ shown }: { shown: ShownChange }) {
  const { from, to } = sidesOf(shown);
  const words = useMemo(() => wordChanges(from, to), [from, to]);
  return <WordCounts words={words} />;
}

function Words({ shown, base, after }: { shown: ShownChange; base: string; after: string }) {
  const { t } = useMessages();
  const { change, state, now, dir } = shown;
  const { from, to } = sidesOf(shown);
  const words = useMemo(() => wordChanges(from, to), [from, to]);
  if (state === 'needs-a-look')
    return (
      <div className="amendment-sides">
        <Side title={t('proposals.asProposed')}>
          <RedlineWords words={words} dir={dir} />
        </Side>
        <Side title={t('proposals.textNow')}>
          <Redline from={base} to={textOf(now)} dir={dir} />
        </Side>
      </div>
    );
  return (
    <>
      <RedlineWords words={words} dir={dir} />
      {change.act === 'move' ? <p className="amendment-move">{t('proposals.moveTo', { after })}</p> : null}
    </>
  );
}

function Side({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className="amendment-side">
      <p className="amendment-side-title">{title}</p>
      {children}
    </div>
  );
}
