import type { Originator } from '../../../shared/model/comment.ts';
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
  /** Whose words it holds, where others sent them: then `delegation` names them, and this who entered it. */
  readonly enteredBy: string | null;
}

/** `row` may be a comment that was entered for others: it is signed with their names, never as whoever entered it. */
export function signatoryOf(
  view: Pick<RegisterCopy, 'directory' | 'rows'>,
  by: Signature,
  from?: readonly Originator[],
): Signatory {
  const person = view.directory.participants.get(by.participantId);
  const delegation = view.directory.delegations.get(by.delegationId);
  if (from !== undefined) {
    // Organisations of one submission may be of several constituencies: none is said of them together.
    const [known] = (from.length === 1 ? from : []).flatMap(({ delegationId }) =>
      delegationId === null ? [] : (view.directory.delegations.get(delegationId) ?? []),
    );
    return {
      name: '',
      role: null,
      delegation: from.map(({ name }) => name).join('; '),
      constituency: known?.constituency ?? null,
      region: known?.region ?? null,
      onBehalfOf: null,
      at: by.at,
      enteredBy: delegation?.name ?? '',
    };
  }
  return {
    name: person?.name ?? '',
    role: person?.role ?? null,
    delegation: delegation?.name ?? '',
    constituency: delegation?.constituency ?? null,
    region: delegation?.region ?? null,
    onBehalfOf: by.onBehalfOf === null ? null : (view.rows.group.get(by.onBehalfOf)?.name ?? null),
    at: by.at,
    enteredBy: null,
  };
}
