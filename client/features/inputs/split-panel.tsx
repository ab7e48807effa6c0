import { useRef, useState } from 'react';
import { isItem } from '../../../shared/domain/item.ts';
import type { Comment } from '../../../shared/model/comment.ts';
import type { Item } from '../../../shared/model/disposition.ts';
import type { DocumentId, ParagraphId } from '../../../shared/model/ids.ts';
import { useSplit } from '../../api/dispositions.ts';
import type { OrderingText } from '../../api/paragraphs.ts';
import { failureIn } from '../../api/request.ts';
import { announce } from '../../ui/announce.ts';
import { Button } from '../../ui/button.tsx';
import { FailureNotice } from '../../ui/failure-notice.tsx';
import { Field } from '../../ui/field.tsx';
import { useMessages } from '../../ui/messages.ts';
import { ParagraphPicker } from '../../ui/paragraph-picker.tsx';
import { addPart, leftOut, type Part, partsByLines, trimPart } from './split.ts';

interface SplitPanelProps {
  readonly documentId: DocumentId;
  readonly comment: Comment;
  /** The items it has. */
  readonly items: readonly Item[];
  readonly text: OrderingText;
  readonly onClose: () => void;
}

/** Splits a long submission into items: stretches of its own words, each with the paragraph it is about. */
export function SplitPanel({ documentId, comment, items, text, onClose }: SplitPanelProps) {
  const { t } = useMessages();
  const words = useRef<HTMLTextAreaElement>(null);
  const [parts, setParts] = useState<readonly Part[]>(() =>
    items
      .filter(isItem)
      .toSorted((a, b) => a.start - b.start)
      .map(({ start, end, paragraph }) => ({ start, end, paragraph })),
  );
  const [wrong, setWrong] = useState<'nothing' | 'overlap' | null>(null);
  const split = useSplit(documentId);
  const failure = split.error === null ? null : failureIn(split.error);
  const left = leftOut(comment.text, parts);
  const take = (): void => {
    const { selectionStart: start = 0, selectionEnd: end = 0 } = words.current ?? {};
    const part = trimPart(comment.text, { start, end, paragraph: null });
    const next = part === null ? null : addPart(parts, part);
    setWrong(part === null ? 'nothing' : next === null ? 'overlap' : null);
    if (next !== null) setParts(next);
  };
  const save = (wanted: readonly Part[]): void => {
    if (split.isPending) return;
    split.mutate(
      { comment: comment.id, items: wanted.map((part) => ({ ...part })) },
      {
        onSuccess: () => {
          announce(t('inputs.split.saved', { count: wanted.length }));
          onClose();
        },
      },
    );
  };
  const place = (at: number, paragraph: ParagraphId | null): void =>
    setParts(parts.map((part, k) => (k === at ? { ...part, paragraph } : part)));
  return (
    <div className="stack">
      <h2 className="section-title">{t('inputs.split.title')}</h2>
      <Field
        label={t('inputs.split.words')}
        help={t('inputs.split.help')}
        error={wrong === null ? undefined : t(`inputs.split.${wrong}`)}
      >
        <textarea ref={words} readOnly dir="auto" rows={10} value={comment.text} />
      </Field>
      <div className="form-actions">
        <Button small onClick={take}>
          {t('inputs.split.take')}
        </Button>
        {parts.length === 0 ? (
          <Button small tone="quiet" onClick={() => setParts(partsByLines(comment.text))}>
            {t('inputs.split.lines')}
          </Button>
        ) : null}
      </div>
      {parts.length === 0 ? <p className="soft">{t('inputs.split.none')}</p> : null}
      <ol className="inputs-parts">
        {parts.map((part, at) => (
          <li key={`${part.start}-${part.end}`} className="stack">
            <p className="small soft">{t('inputs.split.item', { ordinal: at + 1 })}</p>
            <p className="input-text" dir="auto">
              {comment.text.slice(part.start, part.end)}
            </p>
            <ParagraphPicker
              single
              label={t('inputs.split.paragraphOf', { ordinal: at + 1 })}
              paragraphs={text.paragraphs}
              cited={text.cited}
              value={part.paragraph === null ? [] : [part.paragraph]}
              onChange={(picked) => place(at, picked[0] ?? null)}
            />
            <Button small tone="quiet" onClick={() => setParts(parts.filter((_, k) => k !== at))}>
              {t('inputs.split.remove', { ordinal: at + 1 })}
            </Button>
          </li>
        ))}
      </ol>
      {parts.length > 0 && left > 0 ? (
        <p className="small soft">{t('inputs.split.left', { count: left })}</p>
      ) : null}
      {failure === null ? null : <FailureNotice failure={failure} />}
      <div className="form-actions">
        <Button tone="primary" busy={split.isPending} onClick={() => save(parts)}>
          {t(parts.length === 0 && items.length > 0 ? 'inputs.split.undo' : 'inputs.split.save')}
        </Button>
        <Button onClick={onClose}>{t('common.cancel')}</Button>
      </div>
    </div>
  );
}
