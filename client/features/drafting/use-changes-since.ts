import type { Editor } from '@tiptap/core';
import type { Transaction } from '@tiptap/pm/state';
import { Mapping } from '@tiptap/pm/transform';
import { useEffect, useRef } from 'react';
import type { Authorship } from '../../../shared/api/text.ts';
import { overlayOf } from '../../../shared/compare/overlay.ts';
import type { DocumentId, VersionId } from '../../../shared/model/ids.ts';
import type { Version } from '../../../shared/model/version.ts';
import { type BaseLabels, labelParagraphs } from '../../../shared/text/labels.ts';
import { readParagraphs } from '../../../shared/text/read.ts';
import { requestOrThrow } from '../../api/request.ts';
import { useVersion } from '../../api/versions.ts';
import { changeAuthors } from '../../editor/changes/change-authors.ts';
import { type ChangeWords, showChanges } from '../../editor/changes/changes-plugin.ts';
import { type Comparer, startComparer } from '../../editor/changes/compare-in-worker.ts';
import type { Connection } from '../../editor/connection/connection.ts';
import { whenRested } from '../../ui/when-rested.ts';

/** How long the text must rest before changes are marked anew, in ms. Until then the marks move along with it. */
const REST_MS = 500;
/** The same where the text never rests, in ms: a comparison and a question to the server each time. */
const RESTLESS_MS = 5_000;

interface ChangesSince {
  readonly editor: Editor | null;
  readonly connection: Connection;
  readonly documentId: DocumentId;
  /** Null: nothing is shown. */
  readonly since: VersionId | null;
  readonly base: BaseLabels | null;
  readonly words: ChangeWords;
  /** Who and when, as it is shown. */
  readonly say: (names: string, at: string) => string;
  /** Told how many changes are marked. */
  readonly onShown: (count: number) => void;
}

/** Keeps the changes since a version drawn over the live text. */
export function useChangesSince(options: ChangesSince): void {
  const { editor, connection, documentId, since } = options;
  const latest = useRef(options);
  latest.current = options;
  const version = useVersion(documentId, since ?? 'latest', since !== null).data;

  useEffect(() => {
    if (editor === null || since === null || version === undefined) return;
    const comparer = startComparer();
    const mark = (): Promise<void> => markChanges(editor, connection, version, comparer, latest.current);
    const changes = whenRested(() => void mark(), REST_MS, RESTLESS_MS);
    const changed = ({ transaction }: { transaction: { docChanged: boolean } }): void => {
      if (transaction.docChanged) changes.again();
    };
    void mark();
    editor.on('transaction', changed);
    return () => {
      changes.stop();
      comparer.end();
      editor.off('transaction', changed);
      if (!editor.isDestroyed) editor.view.dispatch(showChanges(editor.state.tr, null));
    };
  }, [editor, connection, since, version]);
}

async function markChanges(
  editor: Editor,
  connection: Connection,
  version: Version,
  comparer: Comparer,
  { documentId, base, words, say, onShown }: ChangesSince,
): Promise<void> {
  const live = connection.live.get();
  if (live === null || editor.isDestroyed) return;
  const { doc } = editor.state;
  // Words typed while the comparison is made move its marks along.
  const meanwhile = new Mapping();
  const follow = ({ transaction }: { transaction: Transaction }): void =>
    meanwhile.appendMapping(transaction.mapping);
  editor.on('transaction', follow);
  const paragraphs = labelParagraphs(readParagraphs(live.text), base);
  const [comparison, authorship] = await Promise.all([
    comparer.compare(version.paragraphs, paragraphs),
    requestOrThrow<Authorship>('GET', `/documents/${documentId}/text/authorship`).catch(() => NOBODY),
  ]).finally(() => editor.off('transaction', follow));
  if (editor.isDestroyed) return;
  const overlay = overlayOf(
    comparison,
    paragraphs.map(({ text }) => text.length),
  );
  const authors = changeAuthors(authorship, version.paragraphs, paragraphs, say);
  editor.view.dispatch(showChanges(editor.state.tr, { overlay, authors, words, doc, meanwhile }));
  onShown(overlay.insertions.length + overlay.deletions.length + overlay.removals.length);
}

/** The log could not be asked (offline, or not open to this reader): changes are shown without names. */
const NOBODY: Authorship = { people: {}, paragraphs: [], deletions: [] };
