import { useEffect, useId, useRef } from 'react';
import type { ParagraphKind } from '../../../../shared/model/paragraph.ts';
import { newKey } from '../../../api/new-key.ts';
import { Button } from '../../../ui/button.tsx';
import { AddIcon } from '../../../ui/icons.ts';
import { useMessages } from '../../../ui/messages.ts';
import { addBelow, joinAbove, type Typed, typeInto } from '../draft/edit-wordings.ts';
import type { DraftWording } from '../draft/proposal-draft.ts';

/** Kinds and levels a paragraph of wording can have, by their names in the catalogue. */
const KINDS = [
  ['operative', 'operative', 0],
  ['preambular', 'preambular', 0],
  ['plain', 'plain', 0],
  ['item1', 'item', 1],
  ['item2', 'item', 2],
  ['item3', 'item', 3],
  ['item4', 'item', 4],
  ['heading1', 'heading', 1],
  ['heading2', 'heading', 2],
  ['heading3', 'heading', 3],
  ['title', 'title', 0],
] as const satisfies readonly (readonly [string, ParagraphKind, number])[];

interface WordingFieldsProps {
  readonly wordings: readonly DraftWording[];
  readonly onChange: (wordings: readonly DraftWording[]) => void;
  /** Whose wording this is, for screen readers: "Paragraph 14". */
  readonly name: string;
  /** What to select at first: the words somebody chose in the text. */
  readonly select?: { readonly start: number; readonly end: number } | null;
  readonly autoFocus?: boolean;
}

/** A calm text area for each paragraph of wording. Enter parts, Backspace at the beginning joins. */
export function WordingFields({ wordings, onChange, name, select, autoFocus = false }: WordingFieldsProps) {
  const { t } = useMessages();
  const help = useId();
  const areas = useRef(new Map<string, HTMLTextAreaElement>());
  const caret = useRef<{ key: string; start: number; end: number } | null>(null);
  // Once, when it opens: at the words that were chosen, else behind the last one.
  const begun = useRef(false);
  useEffect(() => {
    if (!begun.current && autoFocus) {
      const [first] = wordings;
      if (first !== undefined)
        caret.current = {
          key: first.key,
          start: select?.start ?? first.text.length,
          end: select?.end ?? first.text.length,
        };
    }
    begun.current = true;
    const wanted = caret.current;
    if (wanted === null) return;
    caret.current = null;
    const area = areas.current.get(wanted.key);
    // No more than is needed: beside a text, the words that are worked on stay where they are.
    area?.focus({ preventScroll: true });
    area?.scrollIntoView({ block: 'nearest' });
    area?.setSelectionRange(wanted.start, wanted.end);
  });
  const take = ({ wordings: next, caret: at }: Typed): void => {
    if (at !== undefined) caret.current = { key: at.key, start: at.offset, end: at.offset };
    onChange(next);
  };
  return (
    <div className="wording-fields">
      {wordings.map((wording, k) => (
        <div className="wording-field" key={wording.key}>
          <textarea
            ref={(area) => {
              if (area === null) areas.current.delete(wording.key);
              else areas.current.set(wording.key, area);
            }}
            className="field-input wording-area"
            dir="auto"
            rows={Math.max(2, Math.ceil(wording.text.length / 60))}
            aria-label={`${name}: ${
              wordings.length === 1
                ? t('proposals.write.wording')
                : t('proposals.write.wordingNth', { nth: k + 1, count: wordings.length })
            }`}
            aria-describedby={help}
            value={wording.text}
            onChange={({ target }) =>
              take(typeInto(wordings, wording.key, target.value, target.selectionStart, newKey))
            }
            onKeyDown={(event) => {
              const { selectionStart, selectionEnd } = event.currentTarget;
              if (event.key !== 'Backspace' || k === 0 || selectionStart !== 0 || selectionEnd !== 0) return;
              event.preventDefault();
              take(joinAbove(wordings, wording.key));
            }}
          />
          <KindSelect
            wording={wording}
            onChange={(kind, level) =>
              onChange(wordings.map((each) => (each.key === wording.key ? { ...each, kind, level } : each)))
            }
          />
        </div>
      ))}
      <div className="wording-foot">
        <span className="field-help" id={help}>
          {t('proposals.write.wordingHelp')}
        </span>
        <Button small tone="quiet" onClick={() => take(addBelow(wordings, newKey))}>
          <AddIcon className="icon" aria-hidden /> {t('proposals.write.addParagraph')}
        </Button>
      </div>
    </div>
  );
}

interface KindSelectProps {
  readonly wording: DraftWording;
  readonly onChange: (kind: ParagraphKind, level: number) => void;
}

function KindSelect({ wording, onChange }: KindSelectProps) {
  const { t } = useMessages();
  const chosen = KINDS.find(([, kind, level]) => kind === wording.kind && level === wording.level);
  return (
    <select
      className="field-input wording-kind"
      aria-label={t('proposals.write.kind')}
      value={chosen?.[0] ?? 'plain'}
      onChange={({ target }) => {
        const next = KINDS.find(([name]) => name === target.value);
        if (next !== undefined) onChange(next[1], next[2]);
      }}
    >
      {KINDS.map(([name]) => (
        <option key={name} value={name}>
          {t(`drafting.kind.${name}`)}
        </option>
      ))}
    </select>
  );
}
