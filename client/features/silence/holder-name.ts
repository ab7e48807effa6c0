import type { Holder } from '../../../shared/model/holder.ts';
import type { RegisterCopy } from '../../api/register/register-copy.ts';

/** Name of a delegation or group; empty where the directory does not know it yet. */
export const holderName = (view: Pick<RegisterCopy, 'rows' | 'directory'>, holder: Holder): string =>
  (holder.noun === 'group'
    ? view.rows.group.get(holder.id)?.name
    : view.directory.delegations.get(holder.id)?.name) ?? '';
