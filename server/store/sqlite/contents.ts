import { openDatabase } from './database.ts';

/** What a database holds, by document. */
export interface Contents {
  /** Migrations that it has had. */
  readonly schema: number;
  readonly documents: readonly {
    readonly documentId: string;
    readonly updates: number;
    /** Head of its audit chain; 0 and an empty hash without entries. */
    readonly head: { readonly seq: number; readonly hash: string };
  }[];
}

/** Reads what a database file holds, of whatever schema. Throws a `StoreFailure` when it cannot be read. */
export function contentsOf(file: string): Contents {
  const database = openDatabase(file, true);
  try {
    const { schema } = database.prepare('SELECT MAX("number") AS schema FROM migrations').get() as {
      schema: number;
    };
    const rows = database
      .prepare(
        `SELECT "id", (SELECT COALESCE(MAX("seq"), 0) FROM updates WHERE "documentId" = "id") AS updates,
          COALESCE("head"."seq", 0) AS seq, COALESCE("head"."hash", '') AS hash FROM documents
          LEFT JOIN audit AS head ON "head"."documentId" = "id"
            AND "head"."seq" = (SELECT MAX("seq") FROM audit WHERE "documentId" = "id")
          ORDER BY "createdAt", "id"`,
      )
      .all() as { id: string; updates: number; seq: number; hash: string }[];
    return {
      schema,
      documents: rows.map(({ id, updates, seq, hash }) => ({ documentId: id, updates, head: { seq, hash } })),
    };
  } finally {
    database.close();
  }
}
