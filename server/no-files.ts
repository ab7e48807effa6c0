import { problem } from '../shared/model/problem.ts';
import { fail } from '../shared/model/result.ts';
import type { Files } from './ports/files.ts';

/** Stands where the readers and writers of files go until they are there. */
export const noFiles: Files = {
  readImport: async () => fail(problem('unavailable', 'this build reads no files')),
  writeExport: async () => {
    throw Object.assign(new Error('this build writes no files'), { statusCode: 503 });
  },
};
