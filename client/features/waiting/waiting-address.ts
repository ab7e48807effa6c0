import type { WaitingAnswer } from '../../../shared/api/waiting.ts';
import { pathOf } from '../../../shared/domain/addresses.ts';
import { filterQuery } from '../../../shared/domain/input-filter.ts';
import type { DocumentId } from '../../../shared/model/ids.ts';

/** Where what waits is done: the one thing itself, or the list of exactly those. */
export function waitingAddress(id: DocumentId, { what, only }: WaitingAnswer['waiting'][number]): string {
  const at = `/d/${id}`;
  switch (what) {
    case 'silence':
    case 'broken':
      return pathOf(id, { noun: 'silence', id: only ?? '' });
    case 'reconfirm':
      return pathOf(id, { noun: 'position', id: '' });
    case 'question':
      return only === null
        ? `${at}/dialogue?state=waiting&kind=question`
        : pathOf(id, { noun: 'comment', id: only });
    case 'compromise':
    case 'sponsorship':
      return only === null
        ? `${at}/dialogue?state=waiting&kind=proposal`
        : pathOf(id, { noun: 'proposal', id: only });
    case 'reaction':
      return `${at}/outcomes${filterQuery({ state: 'reaction' })}`;
    case 'undecided':
      return `${at}/inputs${filterQuery({ state: 'undecided' })}`;
    case 'contest':
      return `${at}/inputs${filterQuery({ state: 'contest' })}`;
  }
}
