import type { DocumentId, IsoTime, VersionId } from '../model/ids.ts';
import { type Problem, problem } from '../model/problem.ts';
import { fail, ok, type Result } from '../model/result.ts';
import type { Signature } from '../model/signature.ts';
import type { Adoption, SilenceProcedure } from '../model/silence.ts';
import type { Version } from '../model/version.ts';
import { canonicalJson } from './canonical-json.ts';
import { wrong } from './wrong-field.ts';

export type WantedAdoption = Pick<Adoption, 'version' | 'manner' | 'votes' | 'date' | 'symbol'>;

/** Told to whoever records it; nothing is refused for them. */
export type AdoptionWarning = 'not-final' | 'brackets-remain' | 'unusual-symbol' | 'more-votes-than-members';

export interface AdoptionFacts {
  readonly documentId: DocumentId;
  /** The version to adopt, and whether it is the latest. Null: there is no such version. */
  readonly version: Pick<Version, 'stage' | 'paragraphs'> | null;
  readonly latest: VersionId | null;
  readonly procedures: readonly SilenceProcedure[];
  readonly before: Adoption | null;
  readonly by: Signature;
}

export interface DecidedAdoption {
  readonly row: Adoption;
  readonly warnings: readonly AdoptionWarning[];
}

/** Members of the United Nations since 2011. Other bodies are smaller or larger: more votes are a warning. */
export const UN_MEMBERS = 193;
export const MAX_SYMBOL = 80;
/** Parts divided by strokes, such as A/RES/80/173, E/CN.16/2025/L.2 or A/80/L.41/Rev.1. */
const USUAL_SYMBOL = /^[A-Z][A-Za-z0-9.-]*(?:\/[A-Za-z0-9.()[\]-]+)+$/u;
/** It is another day in some places already: the day of adoption may be this far ahead of the server's clock. */
const AHEAD_MS = 14 * 3_600_000;

/** Adopts a version (rules V70–V73): once, the latest, with no silence running. */
export function decideAdoption(
  wanted: WantedAdoption,
  facts: AdoptionFacts,
): Result<DecidedAdoption, Problem> {
  const { documentId, version, latest, procedures, before, by } = facts;
  if (before !== null)
    return fail(problem('already-decided', `the text was adopted on ${before.date.slice(0, 10)}`));
  if (procedures.some(({ outcome, deadline }) => outcome === 'running' && by.at < deadline))
    return fail(problem('phase-conflict', 'a silence procedure is running: end it or wait for its deadline'));
  if (version === null || wanted.version !== latest) return wrong('version', 'must be the latest version');
  const manner = decideManner(wanted, by.at);
  if (!manner.ok) return manner;
  const { warnings, ...row } = manner.value;
  const brackets = version.paragraphs.some(({ text }) => text.includes('['));
  return ok({
    row: { id: documentId, documentId, version: wanted.version, ...row, recordClosedAt: null, by },
    warnings: [
      ...(version.stage === 'final' ? [] : (['not-final'] as const)),
      ...(brackets ? (['brackets-remain'] as const) : []),
      ...warnings,
    ],
  });
}

/** Mends what is recorded of it until the record is closed; symbols come late. The adopted version stays. */
export function correctAdoption(
  before: Adoption,
  wanted: Omit<WantedAdoption, 'version'>,
  by: Signature,
): Result<DecidedAdoption, Problem> {
  if (before.recordClosedAt !== null)
    return fail(problem('too-late', `the record was closed at ${before.recordClosedAt}`));
  const manner = decideManner(wanted, by.at);
  if (!manner.ok) return manner;
  const { warnings, ...row } = manner.value;
  if (canonicalJson({ ...before, ...row }) === canonicalJson(before))
    return fail(problem('already-exists', 'this is what is recorded already'));
  return ok({ row: { ...before, ...row, by }, warnings });
}

function decideManner(
  { manner, votes, date, symbol }: Omit<WantedAdoption, 'version'>,
  now: IsoTime,
): Result<
  Pick<Adoption, 'manner' | 'votes' | 'date' | 'symbol'> & { readonly warnings: readonly AdoptionWarning[] },
  Problem
> {
  if (manner === 'consensus' && votes !== null)
    return wrong('votes', 'goes with a recorded vote: a consensus has none');
  if (manner === 'recorded-vote' && votes === null)
    return wrong('votes', 'says how many voted in favour, against and abstained');
  const numbers = votes === null ? [] : [votes.inFavour, votes.against, votes.abstaining];
  if (numbers.some((number) => !Number.isSafeInteger(number) || number < 0))
    return wrong('votes', 'must be whole numbers of 0 or more');
  if (votes !== null && votes.inFavour <= votes.against)
    return wrong('votes', 'must be more in favour than against: a text that was not carried is not adopted');
  const time = Date.parse(date);
  if (Number.isNaN(time)) return wrong('date', 'must be a date such as 2025-12-17T00:00:00.000Z');
  if (time > Date.parse(now) + AHEAD_MS) return wrong('date', 'must not lie in the future');
  const printed = symbol.trim();
  if (printed.length > MAX_SYMBOL) return wrong('symbol', `must have at most ${MAX_SYMBOL} characters`);
  return ok({
    manner,
    votes,
    date: new Date(time).toISOString() as IsoTime,
    symbol: printed,
    warnings: [
      ...(printed === '' || USUAL_SYMBOL.test(printed) ? [] : (['unusual-symbol'] as const)),
      ...(numbers.reduce((sum, number) => sum + number, 0) > UN_MEMBERS
        ? (['more-votes-than-members'] as const)
        : []),
    ],
  });
}
