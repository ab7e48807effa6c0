import './input-words.css';
import { textDifference } from '../../shared/compare/text-difference.ts';
import type { Input } from '../../shared/domain/input.ts';
import type { Anchor } from '../../shared/model/anchor.ts';
import { plainText } from '../../shared/model/paragraph.ts';
import type { ProposedChange } from '../../shared/model/proposal.ts';
import { ChangedWords } from './changed-words.tsx';
import { type Translate, useMessages } from './messages.ts';

/** An input in its author's own words: what was written, the words it was put on, the wording asked for. */
export function InputWords({ input }: { input: Input }) {
  const anchor = input.item === null && input.comment?.on.noun === 'text' ? input.comment.on.anchor : null;
  return (
    <div className="input-words">
      {anchor === null ? null : <Anchored anchor={anchor} />}
      {input.proposal?.changes.map((change) => (
        <ChangeWords key={change.id} change={change} />
      ))}
      {input.text === '' ? null : (
        <p className="input-text" dir="auto">
          {input.text}
        </p>
      )}
    </div>
  );
}

function Anchored({ anchor }: { anchor: Anchor }) {
  const { t } = useMessages();
  switch (anchor.scope) {
    case 'words':
      return (
        <blockquote className="input-quote" dir="auto">
          {anchor.quote.exact}
        </blockquote>
      );
    case 'absent':
      return <p className="soft small">{t('dispositions.absent')}</p>;
    case 'paragraph':
    case 'text':
      return null;
  }
}

/** What one change of a package is, in a line: “Other wording for 12”. */
export function changeName(t: Translate, { act, base, paragraph }: ProposedChange): string {
  const label =
    paragraph === null ? t('dispositions.beginning') : base?.label || t('dispositions.unnumberedShort');
  return t(`dispositions.act.${act}`, { label });
}

function ChangeWords({ change }: { change: ProposedChange }) {
  const { t } = useMessages();
  const before = change.base === null ? '' : plainText(change.base.runs);
  const after = change.wording.map(({ runs }) => plainText(runs)).join('\n\n');
  return (
    <div>
      <p className="soft small">{changeName(t, change)}</p>
      <p className="input-change" dir="auto">
        {change.act === 'replace' ? (
          <ChangedWords words={textDifference(before, after)} />
        ) : change.act === 'insert-after' ? (
          <ChangedWords words={[['+', after]]} />
        ) : change.act === 'delete' ? (
          <ChangedWords words={[['-', before]]} />
        ) : (
          before
        )}
      </p>
    </div>
  );
}
