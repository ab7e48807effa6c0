import '../../ui/words/register.ts';
import '../../ui/words/positions.ts';
import { useMemo } from 'react';
import { paragraphsBelow, silentOn } from '../../../shared/domain/silent-on.ts';
import type { DelegationId, ParagraphId } from '../../../shared/model/ids.ts';
import { sectionsOf } from '../../../shared/text/sections.ts';
import { useMessages } from '../../ui/messages.ts';
import { inAlphabet, partName } from './matrix-columns.ts';
import { DelegationNames } from './people-list.tsx';
import type { PositionsAddress } from './positions-address.ts';
import type { PositionScene } from './scene.ts';
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
  const sections = useMemo(() => sectionsOf(paragraphs), [paragraphs]);
  const { section } = address;
  // biome-ignore lint/correctness/useExhaustiveDependencies: `tick` stands for what the matrix holds
  const silent = useMemo(
    () => silentOn(matrix, section === null ? matrix.paragraphs : paragraphsBelow(paragraphs, section)),
    [matrix, tick, paragraphs, section],
  );
  const named = (ids: readonly DelegationId[]) =>
    inAlphabet(
      ids.flatMap((id) => matrix.delegations[matrix.delegationAt.get(id) ?? -1] ?? []),
      locale,
    );
  const whole = [...silent.constituencies, ...silent.regions].map((part) => partName(t, part));
  return (
    <div className="readings">
      <p className="page-lead">{t('positions.silent.lead')}</p>
      <label className="readings-section">
        {t('positions.silent.section')}{' '}
        <select
          className="field-input"
          value={section ?? ''}
          onChange={({ target }) =>
            onChange({ section: target.value === '' ? null : (target.value as ParagraphId) })
          }
        >
          <option value="">{t('positions.silent.wholeText')}</option>
          {sections.map(({ id, text, level, labels }) => (
            <option key={id} value={id}>
              {`${'\u2003'.repeat(level - 1)}${text}${labels === '' ? '' : ` (${labels})`}`}
            </option>
          ))}
        </select>
      </label>
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
