import type { IsoTime } from '../../../shared/model/ids.ts';
import type { Constituency, Region, Role } from '../../../shared/model/participant.ts';
import type { Signature } from '../../../shared/model/signature.ts';
import type { RegisterCopy } from './register-copy.ts';

/** A signature in words: what a byline shows. */
export interface Signatory {
  /** Empty where the directory does not know them (yet). */
  readonly name: string;
  readonly role: Role | null;
  readonly delegation: string;
  readonly constituency: Constituency | null;
  readonly region: Region | null;
  /** The group they spoke for. */
  readonly onBehalfOf: string | null;
  readonly at: IsoTime;
}

export function signatoryOf(view: Pick<RegisterCopy, 'directory' | 'rows'>, by: Signature): Signatory {
  const person = view.directory.participants.get(by.participantId);
  const delegation = view.directory.delegations.get(by.delegationId);
  return {
    name: person?.name ?? '',
    role: person?.role ?? null,
    delegation: delegation?.name ?? '',
    constituency: delegation?.constituency ?? null,
    region: delegation?.region ?? null,
    onBehalfOf: by.onBehalfOf === null ? null : (view.rows.group.get(by.onBehalfOf)?.name ?? null),
    at: by.at,
  };
}
