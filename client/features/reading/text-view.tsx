import { createElement, memo } from 'react';
import type { LabelledParagraph } from '../../../shared/model/paragraph.ts';
import { LinkIcon } from '../../ui/icons.ts';
import { useMessages } from '../../ui/messages.ts';
import { Runs } from '../../ui/runs.tsx';
import { elementIdOf } from './addresses.ts';
import './reading.css';

interface TextViewProps {
  readonly paragraphs: readonly LabelledParagraph[];
  /** Where a link led. */
  readonly target: string | null;
  readonly onLink: (paragraph: LabelledParagraph) => void;
}

/** A version's text. Each label is the permanent link to its paragraph. */
export const TextView = memo(function TextView({ paragraphs, target, onLink }: TextViewProps) {
  return (
    <article className="text">
      {paragraphs.map((paragraph) => (
        <ParagraphView
          key={paragraph.id}
          paragraph={paragraph}
          targeted={elementIdOf(paragraph.id) === target}
          onLink={onLink}
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
}

const ParagraphView = memo(function ParagraphView({ paragraph, targeted, onLink }: ParagraphViewProps) {
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
    <Runs runs={runs} />,
  );
});
