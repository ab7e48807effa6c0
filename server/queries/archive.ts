import { setImmediate } from 'node:timers/promises';
import { canonicalJson } from '../../shared/domain/canonical-json.ts';
import { registerSubject } from '../../shared/domain/register.ts';
import {
  ARCHIVE_FORMAT,
  ARCHIVE_VERSION,
  type Archive,
  type ArchivePart,
  type Counted,
  type PartRow,
  type WithheldRow,
} from '../../shared/model/archive.ts';
import type { DocumentId } from '../../shared/model/ids.ts';
import { type Problem, problem } from '../../shared/model/problem.ts';
import type { RegisterEntry } from '../../shared/model/register.ts';
import { fail, ok, type Result } from '../../shared/model/result.ts';
import type { VersionSummary } from '../../shared/model/version.ts';
import { asSeenBy } from '../../shared/policy/visible.ts';
import { whyInPart, whyWithheld } from '../../shared/policy/withheld.ts';
import type { Visitor } from '../ports/gatekeeper.ts';
import type { QueryContext } from './context.ts';
import { permit } from './permit.ts';
import { viewerOf } from './register.ts';

/** A stretch of the canonical JSON of one part of an archive. */
interface Piece {
  readonly part: ArchivePart;
  readonly json: string;
}

/** Rows read at a time: a page takes some 10 ms and 1 MB. */
const PAGE = 500;

/** What stands at one moment. Everything that is read later is append-only, and is read up to these heads. */
interface Standing {
  readonly small: Pick<Archive, 'delegations' | 'document' | 'participants'>;
  readonly versions: readonly VersionSummary[];
  readonly registerHead: number;
  readonly auditHead: Archive['audit']['head'];
}

/** The record of a document, whole, as this visitor may see it: canonical JSON part by part, never held as one. */
export async function archive(
  context: QueryContext,
  visitor: Visitor,
): Promise<Result<AsyncIterable<Piece>, Problem>> {
  for (const action of ['version.view', 'register.view', 'audit.view'] as const) {
    const permitted = permit(visitor, action);
    if (!permitted.ok) return permitted;
  }
  const standing = await standingOf(context, visitor.document.id);
  return standing === null
    ? fail(problem('not-found', 'there is no such document'))
    : ok(pieces(context, visitor, standing));
}

/** Read among the writers, so that rows and audit entries are of one moment. */
const standingOf = ({ store }: QueryContext, id: DocumentId): Promise<Standing | null> =>
  store.transact(async (rows) => {
    const document = await rows.documents.find(id);
    if (document === null) return null;
    const { seq, hash } = await rows.audit.head(id);
    return {
      small: {
        delegations: await rows.delegations.ofDocument(id),
        document,
        participants: await rows.participants.ofDocument(id),
      },
      versions: await rows.versions.ofDocument(id),
      registerHead: await rows.register.head(id),
      auditHead: { seq, hash },
    };
  });

/** The parts in the order of their names. */
async function* pieces(context: QueryContext, visitor: Visitor, standing: Standing): AsyncGenerator<Piece> {
  const { rows } = context.store;
  const { id } = visitor.document;
  const { small, auditHead, registerHead } = standing;
  const whole = <Part extends ArchivePart>(part: Part, value: Archive[Part]): Piece => ({
    part,
    json: canonicalJson(value),
  });
  yield { part: 'audit', json: '{"entries":[' };
  const audit = paged(auditHead.seq, (after, limit) => rows.audit.read(id, after, limit));
  yield* listed('audit', audit);
  yield { part: 'audit', json: `],"head":${canonicalJson(auditHead)}}` };
  yield whole('delegations', small.delegations);
  yield whole('document', small.document);
  yield whole('format', ARCHIVE_FORMAT);
  yield whole('formatVersion', ARCHIVE_VERSION);
  yield whole('madeAt', context.clock.now());
  yield whole('participants', small.participants);
  yield { part: 'register', json: '{"entries":[' };
  const shownInPart: PartRow[] = [];
  const withheld: WithheldRow[] = [];
  const register = paged(registerHead, (after, limit) => rows.register.page(id, after, limit));
  yield* listed('register', seenOf(context, visitor, register, shownInPart, withheld));
  yield { part: 'register', json: `],"head":${registerHead}}` };
  yield whole('seenBy', visitor.delegation?.id ?? null);
  yield whole('shownInPart', counted(shownInPart));
  yield { part: 'versions', json: '[' };
  yield* listed('versions', versionsOf(context, standing));
  yield { part: 'versions', json: ']' };
  yield whole('withheld', counted(withheld));
}

/** Members of a list, parted by commas. */
async function* listed(part: ArchivePart, items: AsyncIterable<unknown>): AsyncGenerator<Piece> {
  let comma = '';
  for await (const item of items) {
    yield { part, json: comma + canonicalJson(item) };
    comma = ',';
  }
}

/** Rows up to and with `head`, a page at a time. */
async function* paged<Row extends { readonly seq: number }>(
  head: number,
  read: (after: number, limit: number) => Promise<readonly Row[]>,
): AsyncGenerator<Row> {
  for (let after = 0; after < head; ) {
    // Whoever types has a turn: a reader with a quick network would else be served page after page at a stretch.
    await setImmediate();
    const page = await read(after, Math.min(PAGE, head - after));
    for (const row of page) if (row.seq <= head) yield row;
    const last = page.at(-1);
    if (last === undefined) return;
    after = last.seq;
  }
}

async function* versionsOf({ store }: QueryContext, { versions }: Standing): AsyncGenerator<unknown> {
  for (const { documentId, id } of versions) yield await store.rows.versions.find(documentId, id);
}

/** Entries as the visitor may see them; what is kept from them is written down in the two lists. */
async function* seenOf(
  { registers, secrets }: QueryContext,
  visitor: Visitor,
  entries: AsyncIterable<RegisterEntry>,
  shownInPart: PartRow[],
  withheld: WithheldRow[],
): AsyncGenerator<RegisterEntry> {
  const subjects = await registers.of(visitor.document.id);
  const viewer = viewerOf(visitor);
  for await (const entry of entries) {
    const subject = registerSubject(entry);
    const seen = asSeenBy(entry, viewer, subjects);
    if (seen === null) {
      withheld.push({ subject, reason: whyWithheld(entry, viewer, subjects) });
      continue;
    }
    if (seen !== entry && canonicalJson(seen) !== canonicalJson(entry))
      shownInPart.push({ subject, reason: whyInPart(entry), hash: secrets.hash(canonicalJson(seen)) });
    yield seen;
  }
}

function counted<Row extends WithheldRow>(rows: readonly Row[]): Counted<Row> {
  const counts: Record<string, number> = {};
  for (const { reason } of rows) counts[reason] = (counts[reason] ?? 0) + 1;
  return { counts, rows };
}
