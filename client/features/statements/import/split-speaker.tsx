import { Button } from '../../../ui/button.tsx';
import { Field } from '../../../ui/field.tsx';
import { useMessages } from '../../../ui/messages.ts';

interface SplitSpeakerProps {
  /** One name a line, as it is typed. */
  readonly names: string;
  readonly onNames: (names: string) => void;
  readonly onSplit: (names: readonly string[]) => void;
  readonly onClose: () => void;
}

/** Several speakers who were read as one: their names, one a line. */
export function SplitSpeaker({ names, onNames, onSplit, onClose }: SplitSpeakerProps) {
  const { t } = useMessages();
  const named = linesOf(names);
  return (
    <div className="checked-split">
      <Field label={t('statements.read.split')} help={t('statements.read.splitHelp')}>
        <textarea
          dir="auto"
          rows={names.split('\n').length + 1}
          value={names}
          onChange={(event) => onNames(event.target.value)}
        />
      </Field>
      <p className="statement-act-row">
        <Button small tone="primary" onClick={() => onSplit(named)} disabled={named.length === 0}>
          {t('statements.read.splitNow')}
        </Button>
        <Button small tone="quiet" onClick={onClose}>
          {t('common.cancel')}
        </Button>
      </p>
    </div>
  );
}

const linesOf = (typed: string): string[] =>
  typed
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
