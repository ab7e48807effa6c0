import { useMemo } from 'react';
import { type Input, inputsOf } from '../../../shared/domain/input.ts';
import { filterInputs, type InputFilter } from '../../../shared/domain/input-filter.ts';
import { groupInputs, type InputGroup } from '../../../shared/domain/input-order.ts';
import { waitingFor } from '../../../shared/domain/waiting.ts';
import type { IsoTime } from '../../../shared/model/ids.ts';
import type { VersionSummary } from '../../../shared/model/version.ts';
import type { OrderingText } from '../../api/paragraphs.ts';
import type { RegisterView } from '../../api/register/use-register.ts';

const now = (): IsoTime => new Date().toISOString() as IsoTime;

/** Ids of the inputs that wait for the visitor; `reaction`: only decisions on their own inputs. */
function waitingInputs({ me, rows }: RegisterView, state: 'mine' | 'reaction'): ReadonlySet<string> {
  if (me === null) return new Set();
  const { delegationId, role } = me.participant;
  const ids = waitingFor({ delegationId, role }, rows, now()).flatMap((waiting) => {
    if (waiting.what === 'reaction') return waiting.ids;
    if (state === 'reaction') return [];
    if (waiting.what === 'question') return waiting.ids.map((id) => `comment.${id}`);
    return waiting.what === 'contest' ? waiting.ids : [];
  });
  return new Set(ids);
}

export interface ShownInputs {
  readonly all: readonly Input[];
  readonly byId: ReadonlyMap<string, Input>;
  /** What the filter lets through, by paragraph. */
  readonly groups: readonly InputGroup[];
  /** The same inputs one after the other. */
  readonly shown: readonly Input[];
}

/** Every input and those that a filter lets through, in the order of the text. */
export function useInputs(
  view: RegisterView,
  text: OrderingText | undefined,
  filter: InputFilter,
  versions: readonly VersionSummary[],
): ShownInputs {
  const { rows, directory } = view;
  const all = useMemo(() => inputsOf(rows), [rows]);
  const mine = useMemo(
    () =>
      filter.state === 'mine' || filter.state === 'reaction'
        ? waitingInputs(view, filter.state)
        : new Set<string>(),
    [filter.state, view],
  );
  const groups = useMemo(
    () =>
      groupInputs(
        filterInputs(all, filter, {
          delegations: directory.delegations,
          groups: rows.group,
          headings: text?.headings ?? new Map(),
          mine,
          versions,
        }),
        text?.paragraphs ?? [],
      ),
    [all, filter, directory, rows.group, text, mine, versions],
  );
  const byId = useMemo(() => new Map(all.map((input) => [input.id, input])), [all]);
  return useMemo(
    () => ({ all, byId, groups, shown: groups.flatMap(({ inputs }) => inputs) }),
    [all, byId, groups],
  );
}
