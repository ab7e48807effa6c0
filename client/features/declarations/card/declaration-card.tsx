import '../declarations.css';
import { signatoryOf } from '../../../api/register/signatory.ts';
import type { RegisterView } from '../../../api/register/use-register.ts';
import { Button } from '../../../ui/button.tsx';
import { Byline } from '../../../ui/byline.tsx';
import { copyText } from '../../../ui/copy-text.ts';
import { LinkIcon } from '../../../ui/icons.ts';
import { useMessages } from '../../../ui/messages.ts';
import { recordingAddress, timeCode } from '../../../ui/time-code.ts';
import { declarationAddress } from '../addresses.ts';
import { ObjectsList } from '../objects-list.tsx';
import type { Recorded } from '../record.ts';
import { Spoken } from '../spoken-words.tsx';
import { States } from '../states.tsx';
import type { RecordText } from '../use-record-text.ts';
import { Fact } from './fact.tsx';
import { History } from './history.tsx';
import { OwnActs } from './own-acts.tsx';
import { Standing } from './standing.tsx';
import { Voices } from './voices.tsx';

interface DeclarationCardProps {
  readonly recorded: Recorded;
  readonly view: RegisterView;
  /** The version it speaks of; null while it is fetched. */
  readonly text: RecordText | null;
  /** Whether the visitor may file declarations now. */
  readonly mayFile: boolean;
}

/** A declaration whole: words and original, what it is on, why, where it was said, whom it speaks for, its history. */
export function DeclarationCard({ recorded, view, text, mayFile }: DeclarationCardProps) {
  const { t } = useMessages();
  const { row } = recorded;
  const { documentId, id, statement, original, grounds } = row;
  return (
    <div className="declaration-card" data-withdrawn={row.withdrawnAt !== null || undefined}>
      <div className="declaration-head">
        <Byline {...signatoryOf(view, row.by)} />
        <p className="declaration-line-facts">
          <span>{t('declarations.filed.on', { version: text?.version.name ?? '' })}</span>
          {row.filed === 'before-adoption' ? <span>{t('declarations.filed.before-adoption')}</span> : null}
          <States row={row} />
        </p>
      </div>
      <Spoken words={statement} as="statement" />
      {original === null ? null : <Spoken words={original} as="original" />}
      <Fact title={t('declarations.card.objects')}>
        <ObjectsList declaration={row} text={text} />
      </Fact>
      {grounds.length === 0 ? null : (
        <Fact title={t('declarations.card.grounds')}>
          <p>{grounds.map((ground) => t(`declarations.ground.${ground}`)).join(' · ')}</p>
        </Fact>
      )}
      <Sources row={row} />
      <Voices recorded={recorded} view={view} text={text} />
      <Standing row={row} view={view} text={text} mayFile={mayFile} />
      <div className="form-actions no-print">
        <OwnActs row={row} view={view} mayFile={mayFile} />
        <Button
          small
          tone="quiet"
          onClick={() =>
            void copyText(
              `${window.location.origin}${declarationAddress(documentId, id)}`,
              t('common.linkCopied'),
            )
          }
        >
          <LinkIcon className="icon" /> {t('declarations.card.copyLink')}
        </Button>
      </div>
      <History row={row} view={view} text={text} />
    </div>
  );
}

/** Where it was said and where it is written: other sites, said so. */
function Sources({ row: { recording, written } }: { readonly row: Recorded['row'] }) {
  const { t } = useMessages();
  if (recording === null && written === null) return null;
  const away = <span className="soft small">{t('declarations.card.leavesSite')}</span>;
  return (
    <p className="declaration-sources">
      {recording === null ? null : (
        <span>
          <a href={recordingAddress(recording)} rel="noreferrer external">
            {recording.at === null
              ? t('declarations.card.recording')
              : t('declarations.card.recordingAt', { time: timeCode(recording.at) })}
          </a>{' '}
          {away}
        </span>
      )}
      {written === null ? null : (
        <span>
          <a href={written} rel="noreferrer external">
            {t('declarations.card.written')}
          </a>{' '}
          {away}
        </span>
      )}
    </p>
  );
}
