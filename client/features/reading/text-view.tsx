import { createElement, memo, type RefObject } from 'react';
import type { ParagraphId } from '../../../shared/model/ids.ts';
import type { LabelledParagraph } from '../../../shared/model/paragraph.ts';
import { LinkIcon } from '../../ui/icons.ts';
import { useMessages } from '../../ui/messages.ts';
import { Runs } from '../../ui/runs.tsx';
import type { TextMark } from '../../ui/text-surface.ts';
import { elementIdOf } from './addresses.ts';
import { markedRuns } from './marked-runs.ts';
import './reading.css';

interface TextViewProps {
  readonly paragraphs: readonly LabelledParagraph[];
  /** Where a link led. */
  readonly target: string | null;
  readonly onLink: (paragraph: LabelledParagraph) => void;
  /** Words that something was said on. */
  readonly marks: ReadonlyMap<ParagraphId, readonly TextMark[]>;
  readonly host: RefObject<HTMLElement | null>;
}

/** A version's text. Each label is the permanent link to its paragraph. */
export const TextView = memo(function TextView({ paragraphs, target, onLink, marks, host }: TextViewProps) {
  return (
    <article className="text" ref={host}>
      {paragraphs.map((paragraph) => (
        <ParagraphView
          key={paragraph.id}
          paragraph={paragraph}
          targeted={elementIdOf(paragraph.id) === target}
          onLink={onLink}
          marks={marks.get(paragraph.id)}
        />
      ))}
    </article>
  );
});

/** The title and headings are headings for screen readers, all else plain paragraphs. */
const tagOf = ({ kind, level }: LabelledParagraph): string =>
  kind === 'title' ? 'h1' : kind === 'heading' ? `h${level + 1}` : 'p';

interface ParagraphViewProps {
  readonly paragraph: LabelledParagraph;
  readonly targeted: boolean;
  readonly onLink: (paragraph: LabelledParagraph) => void;
  readonly marks: readonly TextMark[] | undefined;
}

const ParagraphView = memo(function ParagraphView({
  paragraph,
  targeted,
  onLink,
  marks,
}: ParagraphViewProps) {
  const { t } = useMessages();
  const { id, kind, level, dir, label, runs } = paragraph;
  const name = label === '' ? t('reading.linkToParagraph') : t('reading.linkTo', { label });
  return createElement(
    tagOf(paragraph),
    {
      id: elementIdOf(id),
      'data-kind': kind,
      'data-level': level,
      'data-targeted': targeted || undefined,
      dir,
    },
    <span className="paragraph-label" data-bare={label === '' || undefined}>
      <a
        href={`#${elementIdOf(id)}`}
        title={name}
        aria-label={label === '' ? name : undefined}
        onClick={() => onLink(paragraph)}
      >
        {label === '' ? <LinkIcon className="icon" aria-hidden /> : <bdi>{label}</bdi>}
      </a>
    </span>,
    marks === undefined ? <Runs runs={runs} /> : <MarkedRuns paragraph={paragraph} marks={marks} />,
  );
});

function MarkedRuns({ paragraph, marks }: { paragraph: LabelledParagraph; marks: readonly TextMark[] }) {
  return markedRuns(paragraph.runs, marks).map(({ runs, marks: on }, k) =>
    on.length === 0 ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: stretches have no identity but their place
      <Runs key={k} runs={runs} />
    ) : (
      <span
        // biome-ignore lint/suspicious/noArrayIndexKey: stretches have no identity but their place
        key={k}
        className={on.some(({ active }) => active) ? 'said-on said-on-active' : 'said-on'}
        data-said-on={on.map(({ id }) => id).join(' ')}
      >
        <Runs runs={runs} />
      </span>
    ),
  );
}
