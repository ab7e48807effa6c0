import type { NewId } from '../../shared/model/ids.ts';
import type { Files } from '../ports/files.ts';
import { readImport } from './read-import.ts';
import { writeExport } from './write-export.ts';

/** Files in and out, with ids for imported paragraphs from `newId`. */
export const createFiles = (newId: NewId): Files => ({
  readImport: (bytes, fileName) => readImport(bytes, fileName, newId),
  writeExport,
});
