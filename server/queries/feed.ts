import { pathOf } from '../../shared/domain/addresses.ts';
import { type AtomEntry, writeAtom } from '../../shared/format/atom.ts';
import type { Problem } from '../../shared/model/problem.ts';
import { ok, type Result } from '../../shared/model/result.ts';
import type { Visitor } from '../ports/gatekeeper.ts';
import type { QueryContext } from './context.ts';
import { sketchDocument, sketchInputs } from './feed-entries.ts';
import { SUBTITLE } from './feed-words.ts';
import { permit } from './permit.ts';

/** Entries of a feed: what a reader that looks once a day may miss in the busiest week. */
const FEED_ENTRIES = 200;

export interface Feed {
  /** Changes with anything the feed is made of; cheap to ask for. */
  readonly etag: string;
  write(): Promise<string>;
}

/**
 * The feed of a document for one visitor: what is public in it, as far as the visitor may see it. Notes of a
 * delegation are in no feed, not even their own: feed readers keep what they read in places nobody here knows.
 * `self` is null where the feed's address holds a token.
 */
export async function feedOf(
  context: QueryContext,
  visitor: Visitor,
  origin: string,
  self: string | null,
): Promise<Result<Feed, Problem>> {
  const permitted = permit(visitor, 'register.view');
  if (!permitted.ok) return permitted;
  const { document, abilities } = visitor;
  const { rows } = context.store;
  const head = await rows.register.head(document.id);
  const latest = (await rows.versions.ofDocument(document.id)).at(-1)?.id ?? null;
  const made = [
    document.title,
    document.phaseSince,
    document.closesAt,
    abilities['text.view'].allowed,
    head,
    latest,
    origin,
    self,
  ];
  return ok({
    etag: `"${context.secrets.hash(JSON.stringify(made)).slice(0, 32)}"`,
    write: async () => {
      const entries = await entriesOf(context, visitor, origin);
      return writeAtom({
        id: `urn:sounding-board:document:${document.id}`,
        title: document.title,
        subtitle: SUBTITLE,
        updated: entries[0]?.updated ?? document.createdAt,
        link: `${origin}${pathOf(document.id, { noun: 'document', id: document.id })}`,
        self,
        entries,
      });
    },
  });
}

/** The newest entries first; the same moment in the order of their ids, so that a feed is the same twice. */
async function entriesOf(
  context: QueryContext,
  visitor: Visitor,
  origin: string,
): Promise<readonly AtomEntry[]> {
  const sketches = [
    ...(await sketchDocument(context, visitor, origin)),
    ...(await sketchInputs(context, visitor, origin)),
  ];
  return sketches
    .sort((a, b) => (a.updated === b.updated ? (a.id < b.id ? -1 : 1) : a.updated < b.updated ? 1 : -1))
    .slice(0, FEED_ENTRIES)
    .map(({ id, updated, write }) => ({ id, updated, ...write() }));
}
