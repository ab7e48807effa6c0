import type { QueryClient } from '@tanstack/react-query';
import type { TextAnswer } from '../../shared/api/text.ts';
import type { DocumentId } from '../../shared/model/ids.ts';
import { keys } from '../api/keys.ts';
import { RequestFailed, requestOrThrow } from '../api/request.ts';
import { versionQuery } from '../api/versions.ts';
import type { LoadText } from './place-finder.ts';

/** Reads texts of a document through the cache of the page. A text that the visitor may not see answers null. */
export const textLoader =
  (queries: QueryClient, id: DocumentId): LoadText =>
  async (name) => {
    try {
      const answer =
        name === 'working'
          ? await queries.fetchQuery({
              queryKey: keys.text(id),
              queryFn: () => requestOrThrow<TextAnswer>('GET', `/documents/${id}/text`),
            })
          : await queries.fetchQuery(versionQuery(id, name));
      return answer.paragraphs;
    } catch (error) {
      if (error instanceof RequestFailed) return null;
      throw error;
    }
  };
