import type { DocumentId } from '../model/ids.ts';
import { unreachable } from '../model/result.ts';

/** What has a page of its own. */
export interface Addressed {
  readonly noun: 'comment' | 'proposal' | 'version' | 'document' | 'position' | 'declaration' | 'silence';
  readonly id: string;
}

/** The path of the page that shows something: the same in the interface, in mails and in feeds. */
export function pathOf(documentId: DocumentId, { noun, id }: Addressed): string {
  const at = `/d/${documentId}`;
  switch (noun) {
    case 'comment':
      return `${at}/dialogue/${id}`;
    case 'proposal':
      return `${at}/proposals/${id}`;
    case 'version':
      return `${at}/v/${id}`;
    case 'position':
      return `${at}/positions`;
    case 'declaration':
      return `${at}/declarations/${id}`;
    case 'silence':
      return `${at}/silence`;
    case 'document':
      return at;
    default:
      return unreachable(noun);
  }
}
