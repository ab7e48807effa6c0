import type { DocumentId, ParticipantId } from '../../shared/model/ids.ts';

/** Names of what is cached. Everything of one document begins with `['document', id]`. */
export const keys = {
  session: ['session'],
  demo: ['demo'],
  documents: ['documents'],
  document: (id: DocumentId) => ['document', id],
  summary: (id: DocumentId) => ['document', id, 'summary'],
  version: (id: DocumentId, version: string) => ['document', id, 'version', version],
  text: (id: DocumentId) => ['document', id, 'text'],
  notices: (id: DocumentId) => ['document', id, 'notices'],
  newestNotices: (id: DocumentId) => ['document', id, 'notices', 'newest'],
  allNotices: (id: DocumentId) => ['document', id, 'notices', 'all'],
  mail: (id: DocumentId) => ['document', id, 'mail'],
  feed: (id: DocumentId) => ['document', id, 'feed'],
  members: (id: DocumentId) => ['document', id, 'members'],
  authorship: (id: DocumentId) => ['document', id, 'authorship'],
  publication: (id: DocumentId) => ['document', id, 'publication'],
  synthesis: (id: DocumentId, version: string) => ['document', id, 'synthesis', version],
  record: (id: DocumentId) => ['document', id, 'record'],
  roadmap: (id: DocumentId) => ['document', id, 'roadmap'],
  waiting: (id: DocumentId) => ['document', id, 'waiting'],
  seen: (id: DocumentId, me: ParticipantId | undefined) => ['seen', id, me],
  audit: (id: DocumentId) => ['document', id, 'audit'],
} as const;
