import { Link } from 'wouter';
import type { EffectivePosition } from '../../../shared/domain/effective-position.ts';
import type { Holder } from '../../../shared/model/holder.ts';
import type { ParagraphId } from '../../../shared/model/ids.ts';
import { Button } from '../../ui/button.tsx';
import { useMessages } from '../../ui/messages.ts';
import { HeldState } from './held-words.tsx';
import type { OwnRow } from './own-rows.ts';
import { changeAddress, holderName, type PositionScene, paragraphName, readAddress } from './scene.ts';
import { StandingName } from './standing-sign.tsx';
import { TakeForm } from './take-form.tsx';

interface OwnLineProps {
  readonly scene: PositionScene;
  readonly holder: Holder;
  readonly row: OwnRow;
  /** What counts for a delegation that has no position of its own there. */
  readonly through: EffectivePosition | null;
  readonly chosen: boolean;
  readonly open: boolean;
  /** The address leads here. */
  readonly asked: boolean;
  readonly onToggle: (id: ParagraphId) => void;
  readonly onOpen: (id: ParagraphId | null) => void;
}

/** One paragraph in the list of one's positions. */
export function OwnLine(props: OwnLineProps) {
  const { scene, holder, row, through, chosen, open, asked, onToggle, onOpen } = props;
  const { t } = useMessages();
  const { paragraph, held } = row;
  const { id } = paragraph;
  const name = paragraphName(t, scene, id);
  const act = t(
    open ? 'positions.mine.close' : held === null ? 'positions.mine.take' : 'positions.mine.change',
  );
  const voices =
    through !== null && (through.through === 'group' || through.through === 'split') ? through.voices : [];
  return (
    <li className="own-line" data-chosen={chosen || undefined} data-asked={asked || undefined}>
      <input
        type="checkbox"
        checked={chosen}
        aria-label={t('positions.mine.choose', { label: name })}
        onChange={() => onToggle(id)}
      />
      <div className="own-text">
        <Link className="own-label" href={readAddress(scene, id)}>
          <bdi>{name}</bdi>
        </Link>
        <span className="own-gist" dir="auto">
          {paragraph.label === '' ? '' : paragraph.text}
        </span>
      </div>
      <div className="own-standing">
        {held === null ? (
          <span className="soft">{t('positions.mine.notTaken')}</span>
        ) : (
          <>
            <StandingName figure={held.position.standing} />
            {held.state === 'to-reconfirm' ? <StandingName figure="to-reconfirm" /> : null}
          </>
        )}
        {held === null ? null : (
          <span className="soft small">
            <HeldState scene={scene} held={held} />
            {held.position.version === scene.version.id ? null : (
              <>
                {' · '}
                <Link href={changeAddress(scene, held.position.version, id)}>
                  {t('positions.panel.whatChanged')}
                </Link>
              </>
            )}
          </span>
        )}
        {voices.map(({ group, held: said }) => (
          <span key={group} className="soft small">
            {t('positions.mine.throughGroup', {
              groups: holderName(scene, said.position.holder),
              standing: t(`positions.standings.${said.position.standing}`),
            })}
          </span>
        ))}
      </div>
      <Button
        small
        tone="quiet"
        aria-expanded={open}
        aria-label={`${act}: ${name}`}
        onClick={() => onOpen(open ? null : id)}
      >
        {act}
      </Button>
      {held === null || held.position.words === '' ? null : (
        <p className="own-words" dir="auto">
          {held.position.words}
        </p>
      )}
      {open ? (
        <div className="own-form">
          <TakeForm scene={scene} holder={holder} paragraphs={[id]} onDone={() => onOpen(null)} />
        </div>
      ) : null}
    </li>
  );
}
