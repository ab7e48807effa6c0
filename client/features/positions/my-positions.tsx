import '../../ui/words/register.ts';
import '../../ui/words/positions.ts';
import { useEffect, useMemo, useRef, useState } from 'react';
import { effectiveAt } from '../../../shared/domain/position-matrix.ts';
import { type Holder, holderKey } from '../../../shared/model/holder.ts';
import type { ParagraphId } from '../../../shared/model/ids.ts';
import { Field } from '../../ui/field.tsx';
import { useMessages } from '../../ui/messages.ts';
import { Notice } from '../../ui/notice.tsx';
import { HolderSelect } from './holder-select.tsx';
import { holderAsked } from './may-speak.ts';
import { OwnActs } from './own-acts.tsx';
import { OwnLine } from './own-line.tsx';
import { fitsFilter, ownRows } from './own-rows.ts';
import { OWN_FILTERS, type PositionsAddress } from './positions-address.ts';
import { holderName, type PositionScene } from './scene.ts';
import { useHolders } from './use-holders.ts';
import './own.css';

interface MyPositionsProps {
  readonly scene: PositionScene;
  readonly address: PositionsAddress;
  readonly onChange: (part: Partial<PositionsAddress>) => void;
}

/** Every paragraph with one's position on it: taken one by one, several at once, confirmed or taken back. */
export function MyPositions({ scene, address, onChange }: MyPositionsProps) {
  const { t } = useMessages();
  const holders = useHolders(scene);
  const holder = holderAsked(holders, address.holder);
  if (holder === null) {
    const permission = scene.answer.abilities['position.record'];
    return (
      <Notice
        tone="info"
        title={permission.allowed ? t('positions.mine.cannot') : t(`reasons.${permission.reason}`)}
      />
    );
  }
  return (
    <div className="own">
      <div className="own-bar">
        <HolderSelect
          scene={scene}
          holders={holders}
          value={holder}
          onChange={(next) => onChange({ holder: next.noun === 'delegation' ? null : holderKey(next) })}
        />
        <OwnFilterField scene={scene} holder={holder} address={address} onChange={onChange} />
      </div>
      <OwnList key={holderKey(holder)} scene={scene} holder={holder} address={address} />
    </div>
  );
}

interface OwnProps extends Omit<MyPositionsProps, 'onChange'> {
  readonly holder: Holder;
}

const useOwnRows = ({ matrix, tick, paragraphs }: PositionScene, holder: Holder) =>
  // biome-ignore lint/correctness/useExhaustiveDependencies: `tick` stands for what the matrix holds
  useMemo(() => ownRows({ matrix, paragraphs }, holder), [matrix, tick, paragraphs, holder]);

/** Which paragraphs are listed, each choice with its number. */
function OwnFilterField({
  scene,
  holder,
  address,
  onChange,
}: MyPositionsProps & { readonly holder: Holder }) {
  const { t } = useMessages();
  const all = useOwnRows(scene, holder);
  return (
    <Field label={t('positions.mine.show')}>
      <select
        value={address.own}
        onChange={({ target }) => onChange({ own: target.value as PositionsAddress['own'] })}
      >
        {OWN_FILTERS.map((filter) => (
          <option key={filter} value={filter}>
            {t('positions.mine.filterCount', {
              name: t(`positions.mine.filter.${filter}`),
              count: all.filter((row) => fitsFilter(row, filter)).length,
            })}
          </option>
        ))}
      </select>
    </Field>
  );
}

function OwnList({ scene, holder, address }: OwnProps) {
  const { t } = useMessages();
  const [chosen, setChosen] = useState<ReadonlySet<ParagraphId>>(new Set());
  const asked = address.cell?.paragraph ?? null;
  const [open, setOpen] = useState<ParagraphId | null>(asked);
  const list = useRef<HTMLUListElement>(null);
  // Whoever comes from a paragraph of the text goes on at its line.
  useEffect(() => {
    if (asked === null) return;
    setOpen(asked);
    const line = list.current?.querySelector<HTMLElement>('[data-asked]');
    line?.scrollIntoView({ block: 'center' });
    line?.querySelector<HTMLElement>('button[aria-expanded]')?.focus({ preventScroll: true });
  }, [asked]);
  const all = useOwnRows(scene, holder);
  // A line that one is writing on stays, also when it no longer fits.
  const shown = all.filter((row) => fitsFilter(row, address.own) || row.paragraph.id === open);
  const toggle = (id: ParagraphId): void =>
    setChosen((before) => {
      const next = new Set(before);
      if (!next.delete(id)) next.add(id);
      return next;
    });
  return (
    <>
      <p className="visually-hidden">
        {t('positions.mine.lead', { version: scene.version.name, holder: holderName(scene, holder) })}
      </p>
      <OwnActs
        scene={scene}
        holder={holder}
        rows={all}
        shown={shown}
        chosen={chosen}
        onChoose={(ids) => setChosen(new Set(ids))}
      />
      {shown.length === 0 ? <p className="soft">{t('positions.mine.none')}</p> : null}
      <ul className="own-list" ref={list}>
        {shown.map((row) => (
          <OwnLine
            key={row.paragraph.id}
            scene={scene}
            holder={holder}
            row={row}
            through={
              holder.noun === 'delegation' && row.held === null
                ? effectiveAt(scene.matrix, holder.id, row.paragraph.id)
                : null
            }
            chosen={chosen.has(row.paragraph.id)}
            open={open === row.paragraph.id}
            asked={asked === row.paragraph.id}
            onToggle={toggle}
            onOpen={setOpen}
          />
        ))}
      </ul>
    </>
  );
}
