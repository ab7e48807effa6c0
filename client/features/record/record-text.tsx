import { createElement, memo } from 'react';
import type { LabelledParagraph } from '../../../shared/model/paragraph.ts';
import type { DocumentRecord, RecordCount, RecordMark } from '../../../shared/model/record.ts';
import { type Translate, useMessages } from '../../ui/messages.ts';
import { Runs } from '../../ui/runs.tsx';
import { declarationAnchor, paragraphAnchor } from './addresses.ts';

/** The text, and at each paragraph what is on record about it, with a link to every declaration. */
export const RecordTextView = memo(function RecordTextView({ record }: { record: DocumentRecord }) {
  const { text, marks, declarations } = record;
  const byParagraph = new Map(marks.map((mark) => [mark.paragraph, mark]));
  const holders = new Map(declarations.map(({ id, holder }) => [id, holder]));
  return (
    <div className="text record-text">
      {text?.paragraphs.map((paragraph) => {
        const mark = byParagraph.get(paragraph.id);
        return (
          <div key={paragraph.id} className="record-paragraph">
            <TextParagraph paragraph={paragraph} />
            {mark === undefined ? null : <Mark mark={mark} holders={holders} />}
          </div>
        );
      })}
    </div>
  );
});

/** Headings of the text stand below that of its section. */
const tagOf = ({ kind, level }: LabelledParagraph): string =>
  kind === 'title' ? 'h3' : kind === 'heading' ? `h${Math.min(6, level + 3)}` : 'p';

function TextParagraph({ paragraph }: { paragraph: LabelledParagraph }) {
  const { id, kind, level, dir, label, runs } = paragraph;
  return createElement(
    tagOf(paragraph),
    { id: paragraphAnchor(id), 'data-kind': kind, 'data-level': level, dir },
    label === '' ? null : (
      <span className="paragraph-label">
        <bdi>{label}</bdi>
      </span>
    ),
    <Runs runs={runs} />,
  );
}

/** `3 dissociations, 1 reservation` */
export const countsSaid = (counts: readonly RecordCount[], t: Translate): string =>
  counts.map(({ kind, declarations }) => t(`record.counted.${kind}`, { count: declarations })).join(', ');

function Mark({ mark, holders }: { mark: RecordMark; holders: ReadonlyMap<string, string> }) {
  const { t } = useMessages();
  const { label, governmental, nonGovernmental, declarations } = mark;
  const name = label === '' ? t('record.text.onRecordUnnumbered') : t('record.text.onRecord', { label });
  return (
    <aside className="record-mark" aria-label={name}>
      <p>
        <strong>
          {label === '' ? null : (
            <>
              <bdi>{label}</bdi>:{' '}
            </>
          )}
          {/* Each count by itself: a number beside a number would run together in a page from right to left. */}
          {governmental.length === 0 ? null : <bdi>{countsSaid(governmental, t)}</bdi>}
          {governmental.length > 0 && nonGovernmental.length > 0 ? '; ' : null}
          {nonGovernmental.length === 0 ? null : (
            <bdi>{t('record.text.others', { counts: countsSaid(nonGovernmental, t) })}</bdi>
          )}
        </strong>
      </p>
      <ul>
        {declarations.map((id) => (
          <li key={id}>
            <a href={`#${declarationAnchor(id)}`} dir="auto">
              {holders.get(id)}
            </a>
          </li>
        ))}
      </ul>
    </aside>
  );
}
