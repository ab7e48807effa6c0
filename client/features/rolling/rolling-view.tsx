import './rolling.css';
import { useDeferredValue, useMemo, useState } from 'react';
import { Link } from 'wouter';
import type { DocumentAnswer } from '../../../shared/api/document.ts';
import type { ParagraphId } from '../../../shared/model/ids.ts';
import type { LabelledParagraph } from '../../../shared/model/paragraph.ts';
import type { RegisterView } from '../../api/register/use-register.ts';
import { useMessages } from '../../ui/messages.ts';
import { blocksOf, filtered, isProposedOn, type RollingBlock, type RollingFilter } from './blocks.ts';
import { compiledFrom } from './compile.ts';
import { RollingBar } from './rolling-bar.tsx';
import { RollingParagraphView } from './rolling-paragraph.tsx';
import { StatusSetter } from './status-setter.tsx';

interface RollingViewProps {
  readonly answer: DocumentAnswer;
  readonly view: RegisterView;
  /** The working text as it stands. */
  readonly paragraphs: readonly LabelledParagraph[];
  /** Address of the proposals on a paragraph, side by side. */
  readonly competing: (paragraph: ParagraphId) => string;
}

/** Text and open proposals compiled, with statuses and legend. Follows text and register as they change. */
export function RollingView({ answer, view, paragraphs: latest, competing }: RollingViewProps) {
  const { t } = useMessages();
  const paragraphs = useDeferredValue(latest);
  const rows = useDeferredValue(view);
  const [byGroup, setByGroup] = useState(true);
  const [filter, setFilter] = useState<RollingFilter>({ section: null, status: null, onlyProposed: false });
  const [chosen, setChosen] = useState<ReadonlyMap<ParagraphId, string>>(new Map());
  const compiled = useMemo(() => compiledFrom(paragraphs, rows, byGroup), [paragraphs, rows, byGroup]);
  const blocks = useMemo(() => blocksOf(compiled.paragraphs), [compiled]);
  const shown = useMemo(() => filtered(blocks, filter), [blocks, filter]);
  const words = useMemo(() => new Map(paragraphs.map(({ id, text }) => [id, text])), [paragraphs]);
  const maySet = answer.abilities['status.set'].allowed;
  const { id } = answer.document;
  const choose = (paragraph: ParagraphId, wanted: boolean): void => {
    const next = new Map(chosen);
    if (wanted) next.set(paragraph, words.get(paragraph) ?? '');
    else next.delete(paragraph);
    setChosen(next);
  };
  const chooseAll = (): void =>
    setChosen(
      new Map(
        shown.flatMap(({ own }) =>
          own?.paragraph == null || own.kind === 'heading' || own.kind === 'title'
            ? []
            : [[own.paragraph, words.get(own.paragraph) ?? '']],
        ),
      ),
    );
  return (
    <div className="rolling">
      <RollingBar
        documentId={id}
        compiled={compiled}
        paragraphs={paragraphs}
        filter={filter}
        onFilter={setFilter}
        byGroup={byGroup}
        onByGroup={setByGroup}
      />
      {maySet ? (
        <StatusSetter documentId={id} chosen={chosen} onAll={chooseAll} onNone={() => setChosen(new Map())} />
      ) : null}
      {shown.length === 0 ? <p className="soft">{t('rolling.nothing')}</p> : null}
      <article className="text rolling-text">
        {shown.map((block, k) => (
          <Block
            key={block.own?.paragraph ?? `before-${k}`}
            block={block}
            competing={competing}
            chosen={block.own?.paragraph == null ? undefined : chosen.has(block.own.paragraph)}
            onChoose={maySet ? choose : null}
          />
        ))}
      </article>
      {compiled.unplaced.length === 0 ? null : (
        <section className="section" aria-labelledby="rolling-unplaced">
          <h2 className="section-title" id="rolling-unplaced">
            {t('rolling.unplaced')}
          </h2>
          <div className="text rolling-text">
            {compiled.unplaced.map((paragraph, k) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: wording has no identity but its place
              <RollingParagraphView key={k} paragraph={paragraph} />
            ))}
          </div>
        </section>
      )}
      {compiled.signs.length === 0 ? null : (
        <section className="section rolling-legend" aria-labelledby="rolling-legend">
          <h2 className="section-title" id="rolling-legend">
            {t('rolling.legend.title')}
          </h2>
          <ul>
            {compiled.signs.map((sign) => (
              <li key={sign}>{t(`rolling.legend.${sign}`)}</li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}

interface BlockProps {
  readonly block: RollingBlock;
  readonly competing: (paragraph: ParagraphId) => string;
  readonly chosen: boolean | undefined;
  /** Null for those who set no statuses. */
  readonly onChoose: ((paragraph: ParagraphId, wanted: boolean) => void) | null;
}

/** A paragraph with everything that is proposed on it, and what one may do with it. */
function Block({ block, competing, chosen, onChoose }: BlockProps) {
  const { t } = useMessages();
  const { own, around } = block;
  const paragraph = own?.paragraph ?? null;
  const isHead = own?.kind === 'heading' || own?.kind === 'title';
  const name = own === null || own.label === '' ? t('comparison.one') : own.label;
  return (
    <div className="rolling-block" data-status={own?.status?.status} data-chosen={chosen || undefined}>
      {own === null ? null : <RollingParagraphView paragraph={own} />}
      {around.map((each, k) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: wording has no identity but its place
        <RollingParagraphView key={k} paragraph={each} />
      ))}
      {paragraph === null ? null : (
        <div className="rolling-tools no-print">
          {onChoose === null || isHead ? null : (
            <input
              type="checkbox"
              aria-label={t('rolling.set.choose', { label: name })}
              checked={chosen === true}
              onChange={({ target }) => onChoose(paragraph, target.checked)}
            />
          )}
          {isProposedOn(block) ? (
            <Link href={competing(paragraph)} aria-label={t('rolling.compareOn', { label: name })}>
              {t('rolling.compare')}
            </Link>
          ) : null}
        </div>
      )}
    </div>
  );
}
