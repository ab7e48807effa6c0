import { createElement, memo, type ReactNode } from 'react';
import { type RollingSpan, spansOf } from '../../../shared/format/rolling/spans.ts';
import type { RollingParagraph } from '../../../shared/model/rolling.ts';
import { Runs } from '../../ui/runs.tsx';

/** The title and headings of the text are headings for screen readers, what is proposed instead of them is not. */
const tagOf = ({ role, kind, level }: RollingParagraph): string =>
  role !== 'text' ? 'p' : kind === 'title' ? 'h2' : kind === 'heading' ? `h${Math.min(6, level + 2)}` : 'p';

interface RollingParagraphViewProps {
  readonly paragraph: RollingParagraph;
  readonly children?: ReactNode;
}

/** A paragraph of the rolling text. Its words and brackets say everything; tones only help the eye. */
export const RollingParagraphView = memo(function RollingParagraphView({
  paragraph,
  children,
}: RollingParagraphViewProps) {
  // As labels stand beside every text on the screen; files print them with their full stop.
  const { label } = paragraph;
  return createElement(
    tagOf(paragraph),
    {
      'data-kind': paragraph.kind,
      'data-level': paragraph.level,
      'data-role': paragraph.role,
      dir: paragraph.dir,
      className: 'rolling-paragraph',
    },
    label === '' ? null : (
      <span className="paragraph-label">
        <bdi>{label}</bdi>
      </span>
    ),
    spansOf(paragraph).map((span, k) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: spans have no identity but their place
      <Span key={k} span={span} />
    )),
    children,
  );
});

function Span({ span: { tone, text, marks } }: { span: RollingSpan }) {
  const words = <Runs runs={[{ text, ...marks }]} />;
  if (tone === 'text') return words;
  return <span className={`rolling-${tone}`}>{words}</span>;
}
