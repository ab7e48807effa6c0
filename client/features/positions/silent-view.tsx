import '../../ui/words/register.ts';
import '../../ui/words/positions.ts';
import { useMemo } from 'react';
import { silentOn } from '../../../shared/domain/silent-on.ts';
import type { DelegationId } from '../../../shared/model/ids.ts';
import { useMessages } from '../../ui/messages.ts';
import { inAlphabet, partName } from './matrix-columns.ts';
import { DelegationNames } from './people-list.tsx';
import type { PositionsAddress } from './positions-address.ts';
import type { PositionScene } from './scene.ts';
import { SectionSelect } from './section-select.tsx';
import { shownRows } from './shown-rows.ts';
import './readings.css';

interface SilentViewProps {
  readonly scene: PositionScene;
  readonly address: PositionsAddress;
  readonly onChange: (part: Partial<PositionsAddress>) => void;
}

/** Who has said nothing on a section. */
export function SilentView({ scene, address, onChange }: SilentViewProps) {
  const { t, locale } = useMessages();
  const { matrix, tick, paragraphs } = scene;
  const { section } = address;
  // biome-ignore lint/correctness/useExhaustiveDependencies: `tick` stands for what the matrix holds
  const silent = useMemo(() => {
    const { first, count } = shownRows(paragraphs, section);
    return silentOn(matrix, matrix.paragraphs.slice(first, first + count));
  }, [matrix, tick, paragraphs, section]);
  const named = (ids: readonly DelegationId[]) =>
    inAlphabet(
      ids.flatMap((id) => matrix.delegations[matrix.delegationAt.get(id) ?? -1] ?? []),
      locale,
    );
  const whole = [...silent.constituencies, ...silent.regions].map((part) => partName(t, part));
  return (
    <div className="readings">
      <p className="page-lead">{t('positions.silent.lead')}</p>
      <SectionSelect
        label={t('positions.silent.section')}
        paragraphs={paragraphs}
        value={section}
        onChange={(next) => onChange({ section: next })}
      />
      <section>
        <h2 className="people-head">{t('positions.silent.whole')}</h2>
        {whole.length === 0 ? (
          <p className="soft">{t('positions.silent.nobodyWhole')}</p>
        ) : (
          <ul className="silent-parts">
            {whole.map((name) => (
              <li key={name}>{name}</li>
            ))}
          </ul>
        )}
      </section>
      <section>
        <h2 className="people-head">
          {t('positions.silent.delegations', { count: silent.delegations.length })}
        </h2>
        {silent.delegations.length === 0 ? (
          <p className="soft">{t('positions.silent.everybody')}</p>
        ) : (
          <DelegationNames scene={scene} delegations={named(silent.delegations)} />
        )}
      </section>
      <section>
        <h2 className="people-head">
          {t('positions.silent.throughGroups', { count: silent.throughGroups.length })}
        </h2>
        {silent.throughGroups.length === 0 ? (
          <p className="soft">{t('positions.silent.nobody')}</p>
        ) : (
          <DelegationNames scene={scene} delegations={named(silent.throughGroups)} />
        )}
      </section>
    </div>
  );
}
