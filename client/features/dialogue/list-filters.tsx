import { NATURES } from '../../../shared/model/comment.ts';
import { CONSTITUENCIES, REGIONS } from '../../../shared/model/participant.ts';
import type { VersionSummary } from '../../../shared/model/version.ts';
import type { RegisterView } from '../../api/register/use-register.ts';
import { Field } from '../../ui/field.tsx';
import { useMessages } from '../../ui/messages.ts';
import type { OutlineEntry } from '../../ui/outline.tsx';
import { LIST_KINDS, LIST_STATES, type ListFilter } from './list-filter.ts';

interface ListFiltersProps {
  readonly filter: ListFilter;
  readonly onFilter: (filter: ListFilter) => void;
  readonly view: Pick<RegisterView, 'rows' | 'directory' | 'me'>;
  readonly sections: readonly OutlineEntry[];
  readonly versions: readonly VersionSummary[];
  readonly seesWorkingText: boolean;
}

/** What is asked for seldom; shown when it is asked for, or set. */
const MORE = ['constituency', 'region', 'group', 'delegation', 'nature', 'text'] as const;

/** Everything the list can be narrowed by: what is used most at once, the rest on demand. */
export function ListFilters(props: ListFiltersProps) {
  const { filter, onFilter, view, sections, versions, seesWorkingText } = props;
  const { t, locale } = useMessages();
  const select = <Name extends keyof ListFilter>(
    name: Name,
    label: string,
    any: string,
    options: readonly (readonly [value: string, words: string])[],
  ) => (
    <Field label={label}>
      <select
        value={filter[name] ?? ''}
        onChange={(event) =>
          onFilter({ ...filter, [name]: event.target.value === '' ? null : event.target.value })
        }
      >
        <option value="">{any}</option>
        {options.map(([value, words]) => (
          <option key={value} value={value}>
            {words}
          </option>
        ))}
      </select>
    </Field>
  );
  const byName = (a: readonly [string, string], b: readonly [string, string]): number =>
    a[1].localeCompare(b[1], locale);
  const groups = [...view.rows.group.values()].map(({ id, name }) => [id, name] as const).sort(byName);
  const delegations = [...view.directory.delegations.values()]
    .map(({ id, name }) => [id, name] as const)
    .sort(byName);
  const any = t('dialogue.list.any');
  const states = LIST_STATES.filter(
    (state) => view.me !== null || !['waiting', 'mine', 'unread'].includes(state),
  );
  const more = MORE.filter((field) => filter[field] !== null).length;
  return (
    <search className="list-filters-box" aria-label={t('dialogue.list.filters')}>
      <div className="list-filters">
        {select(
          'state',
          t('dialogue.list.state'),
          t('dialogue.list.all'),
          states.map((state) => [state, t(`dialogue.list.states.${state}`)]),
        )}
        {select(
          'kind',
          t('dialogue.list.kind'),
          any,
          LIST_KINDS.map((kind) => [kind, t(`dialogue.kind.${kind}`)]),
        )}
        {sections.length === 0
          ? null
          : select(
              'section',
              t('dialogue.list.section'),
              any,
              sections.map(({ id, text }) => [id, text]),
            )}
        {select('sort', t('dialogue.list.sort'), t('dialogue.list.byParagraph'), [
          ['time', t('dialogue.list.byTime')],
        ])}
      </div>
      <details open={more > 0 || undefined}>
        <summary>
          {t('dialogue.list.more')}
          {more === 0 ? null : <> · {t('dialogue.list.moreSet', { count: more })}</>}
        </summary>
        <div className="list-filters">
          {select(
            'constituency',
            t('dialogue.list.constituency'),
            any,
            [...CONSTITUENCIES, 'none' as const].map((one) => [one, t(`terms.constituency.${one}`)]),
          )}
          {select(
            'region',
            t('dialogue.list.region'),
            any,
            REGIONS.map((region) => [region, t(`terms.region.${region}`)]),
          )}
          {groups.length === 0 ? null : select('group', t('dialogue.list.group'), any, groups)}
          {select('delegation', t('dialogue.list.delegation'), any, delegations)}
          {select(
            'nature',
            t('dialogue.list.nature'),
            any,
            NATURES.map((nature) => [nature, t(`dialogue.nature.${nature}`)]),
          )}
          {select('text', t('dialogue.list.text'), t('dialogue.list.anyText'), [
            ...(seesWorkingText ? [['working', t('terms.workingText')] as const] : []),
            ...versions.toReversed().map(({ id, name }) => [id, name] as const),
          ])}
        </div>
      </details>
    </search>
  );
}
