import type { NotesKind } from '../../../../shared/notes/kind-of-notes.ts';
import type { NotesReply, NotesRequest, ReadNotes } from './notes-worker.ts';

/** Reads a text beside the page. The worker ends with the reading: nobody imports notes every minute. */
export const readInWorker = (source: string, kind: NotesKind | 'auto'): Promise<ReadNotes> =>
  new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./notes-worker.ts', import.meta.url), { type: 'module' });
    worker.addEventListener('message', ({ data }: MessageEvent<NotesReply>) => {
      worker.terminate();
      resolve(data.read);
    });
    worker.addEventListener('error', () => {
      worker.terminate();
      reject(new Error('the reader of notes could not be started'));
    });
    worker.postMessage({ number: 1, source, kind } satisfies NotesRequest);
  });
