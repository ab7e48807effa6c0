import { INPUT_KINDS } from '../../../shared/domain/input.ts';
import './filter-bar.css';
import type { InputFilter } from '../../../shared/domain/input-filter.ts';
import { INPUT_STATES } from '../../../shared/domain/input-filter.ts';
import { DECISIONS } from '../../../shared/model/disposition.ts';
import { CONSTITUENCIES, REGIONS } from '../../../shared/model/participant.ts';
import type { VersionSummary } from '../../../shared/model/version.ts';
import { sectionsOf } from '../../../shared/text/sections.ts';
import type { OrderingText } from '../../api/paragraphs.ts';
import type { RegisterView } from '../../api/register/use-register.ts';
import { Button } from '../../ui/button.tsx';
import { useMessages } from '../../ui/messages.ts';

interface FilterBarProps {
  readonly filter: InputFilter;
  readonly onFilter: (part: Partial<InputFilter>) => void;
  readonly view: RegisterView;
  readonly text: OrderingText;
  readonly versions: readonly VersionSummary[];
  /** Without what only facilitators ask for. */
  readonly brief?: boolean;
}

type Option = readonly [value: string, name: string];

/** What of the inputs is shown: one choice a question, all of them in the address. */
export function FilterBar({ filter, onFilter, view, text, versions, brief = false }: FilterBarProps) {
  const { t } = useMessages();
  const groups = [...view.rows.group.values()];
  const choices: readonly (readonly [keyof InputFilter & string, string, readonly Option[]])[] = [
    [
      'state',
      t('inputs.filter.state'),
      INPUT_STATES.filter((state) =>
        brief ? view.me !== null || (state !== 'mine' && state !== 'reaction') : state !== 'reaction',
      ).map((state) => [state, t(`inputs.filter.${state}`)]),
    ],
    [
      'decision',
      t('inputs.filter.decision'),
      DECISIONS.map((decision) => [decision, t(`dispositions.decision.${decision}`)]),
    ],
    ['kind', t('inputs.filter.kind'), INPUT_KINDS.map((kind) => [kind, t(`dispositions.kind.${kind}`)])],
    [
      'constituency',
      t('inputs.filter.constituency'),
      [...CONSTITUENCIES, 'none' as const].map((one) => [one, t(`terms.constituency.${one}`)]),
    ],
    [
      'region',
      t('inputs.filter.region'),
      [
        ...REGIONS.map((region): Option => [region, t(`terms.region.${region}`)]),
        ['none', t('inputs.filter.noRegion')],
      ],
    ],
    ['group', t('inputs.filter.group'), groups.map(({ id, name }) => [id, name])],
    [
      'section',
      t('inputs.filter.section'),
      sectionsOf(text.paragraphs).map(({ id, text: name }) => [id, name]),
    ],
  ];
  return (
    <search className="inputs-filters" aria-label={t('inputs.filter.title')}>
      {choices.map(([field, name, options]) =>
        options.length === 0 ? null : (
          <label key={field} className="inputs-filter" data-set={filter[field] !== null || undefined}>
            <span>{name}</span>
            <select
              className="field-input"
              value={filter[field] ?? ''}
              onChange={(event) =>
                onFilter({ [field]: event.target.value === '' ? null : event.target.value })
              }
            >
              <option value="">{t('inputs.filter.any')}</option>
              {options.map(([value, text]) => (
                <option key={value} value={value}>
                  {text}
                </option>
              ))}
            </select>
          </label>
        ),
      )}
      <FilterChips filter={filter} onFilter={onFilter} view={view} text={text} versions={versions} />
    </search>
  );
}

/** Filters that no choice above names: they come from a count somewhere else. */
function FilterChips({ filter, onFilter, view, text, versions }: Omit<FilterBarProps, 'brief'>) {
  const { t } = useMessages();
  const chips: (readonly [keyof InputFilter, string])[] = [];
  if (filter.delegation !== null)
    chips.push([
      'delegation',
      t('inputs.filter.onlyDelegation', {
        name: view.directory.delegations.get(filter.delegation)?.name ?? '…',
      }),
    ]);
  if (filter.paragraph !== null)
    chips.push([
      'paragraph',
      filter.paragraph === 'general'
        ? t('dispositions.general')
        : t('inputs.filter.onlyParagraph', {
            label: text.cited.get(filter.paragraph) ?? t('dispositions.unnumberedShort'),
          }),
    ]);
  if (filter.written !== null)
    chips.push([
      'written',
      filter.written === 'working'
        ? t('inputs.filter.onlyWorking')
        : t('inputs.filter.onlyWritten', {
            name: versions.find(({ id }) => id === filter.written)?.name ?? '…',
          }),
    ]);
  return chips.map(([field, name]) => (
    <Button
      key={field}
      small
      aria-label={t('inputs.filter.remove', { name })}
      onClick={() => onFilter({ [field]: null })}
    >
      <bdi>{name}</bdi> <span aria-hidden>×</span>
    </Button>
  ));
}
