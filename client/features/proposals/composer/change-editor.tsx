import { useMemo, useState } from 'react';
import { type LabelledParagraph, plainText } from '../../../../shared/model/paragraph.ts';
import { CHANGE_ACTS, type ChangeAct } from '../../../../shared/model/proposal.ts';
import { Button } from '../../../ui/button.tsx';
import { useMessages } from '../../../ui/messages.ts';
import { paragraphName } from '../amendment/paragraph-name.ts';
import { RedlineWords, WordCounts } from '../amendment/redline.tsx';
import { type DraftChange, withWordings, wordingsOf } from '../draft/proposal-draft.ts';
import type { Lack } from '../draft/ready-to-send.ts';
import { joined, wordChanges } from '../draft/word-changes.ts';
import { MovedOn } from './moved-on.tsx';
import { ParagraphPicker } from './paragraph-picker.tsx';
import { WordingFields } from './wording-fields.tsx';

interface ChangeEditorProps {
  readonly change: DraftChange;
  /** The text that is proposed on, as it stands now. */
  readonly paragraphs: readonly LabelledParagraph[];
  /** The paragraph as it stands now; null when it is gone; undefined where the base cannot change. */
  readonly now: LabelledParagraph | null | undefined;
  readonly onChange: (change: DraftChange) => void;
  /** Absent for the only change of a package. */
  readonly onRemove?: (() => void) | undefined;
  /** Said once one has tried to send. */
  readonly lack: Lack | null;
  readonly acts?: readonly ChangeAct[];
  /** Without the amendment, where the page around shows what would change. */
  readonly underived?: boolean;
  readonly select?: { readonly start: number; readonly end: number } | null;
  readonly autoFocus?: boolean;
}

/** One change of a package: the act, the wording on a copy of the paragraph, and the amendment that follows from it. */
export function ChangeEditor({
  change,
  paragraphs,
  now,
  onChange,
  onRemove,
  lack,
  acts = CHANGE_ACTS,
  underived = false,
  select,
  autoFocus = false,
}: ChangeEditorProps) {
  const { t } = useMessages();
  const standing = change.base === null ? '' : plainText(change.base.runs);
  const name =
    change.base === null ? t('proposals.theBeginning') : paragraphName(change.base.label, standing, t);
  const heading = `change-${change.key}`;
  return (
    <section className="change-editor" aria-labelledby={heading}>
      <div className="change-editor-head">
        <h3 className="change-editor-name" id={heading}>
          {change.base === null ? name : <bdi>{t('proposals.paragraph', { label: name })}</bdi>}
        </h3>
        {change.paragraph === null || acts.length === 1 ? (
          <span className="badge">{t(`proposals.act.${change.act}`)}</span>
        ) : (
          <select
            className="field-input change-editor-act"
            aria-label={t('proposals.write.act')}
            value={change.act}
            onChange={({ target }) => onChange({ ...change, act: target.value as ChangeAct })}
          >
            {acts.map((act) => (
              <option key={act} value={act}>
                {t(`proposals.act.${act}`)}
              </option>
            ))}
          </select>
        )}
        {onRemove === undefined ? null : (
          <Button small tone="quiet" onClick={onRemove}>
            {t('proposals.write.remove')}
          </Button>
        )}
      </div>
      {now === undefined ? null : <MovedOn change={change} now={now} onChange={onChange} />}
      {change.act === 'insert-after' && change.base !== null ? (
        <p className="change-editor-standing" dir="auto">
          {standing}
        </p>
      ) : null}
      {change.act === 'replace' || change.act === 'insert-after' ? (
        <WordingFields
          key={change.act}
          wordings={wordingsOf(change)}
          onChange={(wordings) => onChange(withWordings(change, wordings))}
          name={name}
          select={change.act === 'replace' ? (select ?? null) : null}
          autoFocus={autoFocus}
        />
      ) : null}
      {change.act === 'move' ? (
        <MovePlace change={change} paragraphs={paragraphs} onChange={onChange} />
      ) : null}
      {underived || change.act === 'insert-after' ? null : <Derived change={change} standing={standing} />}
      {lack === null ? null : (
        <p className="field-error" role="alert">
          {t(`proposals.write.lack.${lack}`)}
        </p>
      )}
    </section>
  );
}

/** What differs from the text, kept up to date while one writes. */
function Derived({ change, standing }: { change: DraftChange; standing: string }) {
  const { t } = useMessages();
  const wanted =
    change.act === 'replace'
      ? joined(change.replacement.map(({ text }) => text))
      : change.act === 'delete'
        ? ''
        : standing;
  const words = useMemo(() => wordChanges(standing, wanted), [standing, wanted]);
  const heading = `amendment-${change.key}`;
  return (
    <div className="derived">
      <div className="derived-head">
        <h4 className="derived-title" id={heading}>
          {change.act === 'replace' ? t('proposals.write.amendment') : t('proposals.write.asItStands')}
        </h4>
        <WordCounts words={words} />
      </div>
      {change.act === 'replace' && standing === wanted ? (
        <p className="soft small">{t('proposals.write.nothingYet')}</p>
      ) : (
        <RedlineWords words={words} />
      )}
      {change.act === 'delete' ? <p className="soft small">{t('proposals.write.willDelete')}</p> : null}
      {change.act === 'keep' ? <p className="soft small">{t('proposals.write.willKeep')}</p> : null}
    </div>
  );
}

interface MovePlaceProps {
  readonly change: DraftChange;
  readonly paragraphs: readonly LabelledParagraph[];
  readonly onChange: (change: DraftChange) => void;
}

/** Where a paragraph shall go. Itself and the place it has already are not offered. */
function MovePlace({ change, paragraphs, onChange }: MovePlaceProps) {
  const { t } = useMessages();
  const [open, setOpen] = useState(change.after === undefined);
  const at = paragraphs.findIndex(({ id }) => id === change.paragraph);
  const offered = useMemo(() => paragraphs.filter((_, k) => k !== at && k !== at - 1), [paragraphs, at]);
  const chosen = paragraphs.find(({ id }) => id === change.after);
  if (!open && change.after !== undefined)
    return (
      <p className="change-editor-place">
        {t('proposals.write.moveBehind')}:{' '}
        <bdi>
          {change.after === null
            ? t('proposals.theBeginning')
            : chosen === undefined
              ? t('proposals.gone')
              : paragraphName(chosen.label, chosen.text, t)}
        </bdi>{' '}
        <Button small tone="quiet" onClick={() => setOpen(true)}>
          {t('proposals.pick.again')}
        </Button>
      </p>
    );
  return (
    <ParagraphPicker
      paragraphs={offered}
      withBeginning={at > 0}
      button={t('proposals.pick.behind')}
      onPick={(after) => {
        onChange({ ...change, after });
        setOpen(false);
      }}
    />
  );
}
