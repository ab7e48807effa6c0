import type { DocumentAnswer } from '../../shared/api/document.ts';
import type { DocumentId } from '../../shared/model/ids.ts';

export type DocumentPart =
  | 'read'
  | 'draft'
  | 'dialogue'
  | 'proposals'
  | 'rolling'
  | 'versions'
  | 'compare'
  | 'history'
  | 'authors'
  | 'inputs'
  | 'outcomes'
  | 'synthesis'
  | 'positions'
  | 'declarations'
  | 'statements'
  | 'roadmap'
  | 'silence'
  | 'record'
  | 'publish'
  | 'members'
  | 'settings'
  | 'audit';

/** Parts that belong together share a tab; the others stand below it. */
export const SHELVES = [
  'read',
  'draft',
  'dialogue',
  'positions',
  'compare',
  'publish',
  'record',
  'manage',
] as const;
export type Shelf = (typeof SHELVES)[number];

const SHELF_OF: Readonly<Record<DocumentPart, Shelf>> = {
  read: 'read',
  draft: 'draft',
  dialogue: 'dialogue',
  proposals: 'dialogue',
  rolling: 'dialogue',
  inputs: 'dialogue',
  outcomes: 'dialogue',
  synthesis: 'dialogue',
  compare: 'compare',
  history: 'compare',
  versions: 'compare',
  authors: 'compare',
  publish: 'publish',
  members: 'manage',
  settings: 'manage',
  positions: 'positions',
  declarations: 'positions',
  statements: 'positions',
  roadmap: 'record',
  silence: 'record',
  record: 'record',
  audit: 'record',
};

/** The parts by their tabs, in order; a tab without a part that is open to the visitor is left out. */
export const shelve = (
  parts: readonly DocumentPartLink[],
): readonly { readonly shelf: Shelf; readonly parts: readonly DocumentPartLink[] }[] =>
  SHELVES.map((shelf) => ({ shelf, parts: parts.filter(({ part }) => SHELF_OF[part] === shelf) })).filter(
    ({ parts: there }) => there.length > 0,
  );

export interface DocumentPartLink {
  readonly part: DocumentPart;
  readonly href: string;
  /** Whether a path of this site shows this part. */
  readonly current: (path: string) => boolean;
}

/** The parts of a document that are open to this visitor, in reading order; before the answer, the first three. */
export function documentParts(id: DocumentId, answer: DocumentAnswer | undefined): DocumentPartLink[] {
  const at = `/d/${id}`;
  const abilities = answer?.abilities;
  const may = (action: keyof DocumentAnswer['abilities']): boolean => abilities?.[action].allowed === true;
  const versions = answer?.versions.length ?? 0;
  const link = (part: DocumentPart, path: string, shown: boolean): DocumentPartLink[] =>
    shown ? [{ part, href: `${at}/${path}`, current: (now) => now.startsWith(`${at}/${path}`) }] : [];
  return [
    ...(answer === undefined || versions > 0
      ? [
          {
            part: 'read' as const,
            href: `${at}/v/latest`,
            current: (now: string) => now.startsWith(`${at}/v/`),
          },
        ]
      : []),
    ...link('draft', 'draft', answer === undefined || may('text.view')),
    ...link('dialogue', 'dialogue', may('register.view')),
    ...link('proposals', 'proposals', may('register.view')),
    ...link('rolling', 'rolling', may('register.view') && may('text.view')),
    ...link('versions', 'versions', versions > 0),
    ...link('compare', 'compare', versions > 1 || (versions > 0 && may('text.view'))),
    ...link('history', 'history', versions > 1 || (versions > 0 && may('text.view'))),
    ...link('authors', 'authors', may('text.view')),
    // Facilitators work on the table; everybody reads what came of it.
    ...link('inputs', 'inputs', may('disposition.decide')),
    ...link('outcomes', 'outcomes', may('register.view')),
    ...link('synthesis', 'synthesis', may('register.view')),
    ...link('positions', 'positions', versions > 0 && may('register.view')),
    ...link('declarations', 'declarations', may('register.view') && versions > 0),
    ...link('statements', 'statements', may('register.view')),
    ...link('publish', 'publish', may('version.publish')),
    ...link('members', 'members', may('members.view')),
    ...link('settings', 'settings', may('document.configure')),
    ...link('roadmap', 'roadmap', may('register.view')),
    ...link('silence', 'silence', may('register.view')),
    ...link('record', 'record', may('register.view') && may('audit.view')),
    ...link('audit', 'audit', may('audit.view')),
  ];
}
