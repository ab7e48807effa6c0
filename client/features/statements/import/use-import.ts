import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { DocumentId } from '../../../../shared/model/ids.ts';
import type { NotesKind } from '../../../../shared/notes/kind-of-notes.ts';
import { newKey } from '../../../api/new-key.ts';
import { keptOn } from '../../../ui/kept-on-device.ts';
import type { SubmissionDraft } from '../submission/submission-draft.ts';
import type { Checked } from './checked.ts';
import type { ReadNotes } from './notes-worker.ts';
import { readInWorker } from './read-in-worker.ts';

/** An import as this device keeps it until it is dealt with. */
export interface KeptImport {
  readonly source: string;
  readonly asked: NotesKind | 'auto';
  readonly language: string;
  /** What the text was read as; null: it has not been read yet. */
  readonly kind: NotesKind | null;
  readonly checked: readonly Checked[];
  readonly submission: SubmissionDraft | null;
  /** Statements of it that are in the library already. */
  readonly stored: number;
  /** The comment that holds the submission, once it was entered. */
  readonly entered: string | null;
  /** Idempotency key of the next act; a new one with every change. */
  readonly key: string;
}

const NOTHING: KeptImport = {
  source: '',
  asked: 'auto',
  language: 'en',
  kind: null,
  checked: [],
  submission: null,
  stored: 0,
  entered: null,
  key: '',
};

/** Milliseconds after the last change until it is written down; leaving the page writes at once. */
const WRITE_AFTER = 400;

export interface Import {
  readonly kept: KeptImport;
  /** What was read; null while it is not known (again). */
  readonly read: ReadNotes | null;
  readonly failed: boolean;
  /** Whether the device keeps it. */
  readonly keeps: boolean;
  readonly change: (part: Partial<KeptImport> | ((before: KeptImport) => Partial<KeptImport>)) => void;
  readonly start: (source: string, asked: NotesKind | 'auto') => Promise<ReadNotes | null>;
  readonly discard: () => void;
}

/** The import of one participant in one document: survives a reload, and is read again then. */
export function useImport(documentId: DocumentId, participant: string): Import {
  const shelf = useMemo(
    () => keptOn<KeptImport>('statements', documentId, participant, 'import'),
    [documentId, participant],
  );
  const [kept, setKept] = useState<KeptImport>(() => shelf.read() ?? { ...NOTHING, key: newKey() });
  const [read, setRead] = useState<ReadNotes | null>(null);
  const [failed, setFailed] = useState(false);
  const [keeps, setKeeps] = useState(true);
  const latest = useRef(kept);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const write = useCallback(() => {
    clearTimeout(timer.current);
    timer.current = undefined;
    const now = latest.current;
    if (now.source === '' && now.kind === null) shelf.drop();
    else setKeeps(shelf.write(now));
  }, [shelf]);
  useEffect(() => {
    const leave = (): void => {
      if (timer.current !== undefined) write();
    };
    addEventListener('pagehide', leave);
    return () => {
      removeEventListener('pagehide', leave);
      leave();
    };
  }, [write]);
  const change = useCallback<Import['change']>(
    (part) => {
      const before = latest.current;
      const next = { ...before, ...(typeof part === 'function' ? part(before) : part), key: newKey() };
      latest.current = next;
      setKept(next);
      clearTimeout(timer.current);
      timer.current = setTimeout(write, WRITE_AFTER);
    },
    [write],
  );
  const start = useCallback(async (source: string, asked: NotesKind | 'auto') => {
    setFailed(false);
    try {
      const found = await readInWorker(source, asked);
      setRead(found);
      return found;
    } catch {
      setFailed(true);
      return null;
    }
  }, []);
  // After a reload the marks are read from the source again; what was checked stands as it was kept.
  const begun = useRef(false);
  useEffect(() => {
    const { kind, source } = latest.current;
    if (begun.current || kind === null) return;
    begun.current = true;
    void start(source, kind);
  }, [start]);
  const discard = useCallback(() => {
    clearTimeout(timer.current);
    timer.current = undefined;
    shelf.drop();
    latest.current = { ...NOTHING, key: newKey() };
    setKept(latest.current);
    setRead(null);
  }, [shelf]);
  return { kept, read, failed, keeps, change, start, discard };
}
