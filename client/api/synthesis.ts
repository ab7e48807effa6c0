import { useQuery } from '@tanstack/react-query';
import type { SynthesisAnswer } from '../../shared/api/synthesis.ts';
import type { DocumentId, VersionId } from '../../shared/model/ids.ts';
import { keys } from './keys.ts';
import { requestOrThrow } from './request.ts';

/** `working`: of the version that is being prepared. */
export type SynthesisOf = VersionId | 'working';

/** What was received while a version was prepared, and what became of it. */
export const useSynthesis = (id: DocumentId, version: SynthesisOf, enabled: boolean) =>
  useQuery({
    queryKey: keys.synthesis(id, version),
    queryFn: () => requestOrThrow<SynthesisAnswer>('GET', `/documents/${id}/synthesis?version=${version}`),
    enabled,
  });

export const SYNTHESIS_FILES = ['docx', 'html'] as const;

/** Address of a synthesis as a file. */
export const synthesisAddress = (
  id: DocumentId,
  version: SynthesisOf,
  format: (typeof SYNTHESIS_FILES)[number],
): string => `/api/documents/${id}/export/synthesis.${format}?version=${version}`;
