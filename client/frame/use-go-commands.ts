import { useMemo } from 'react';
import { useLocation } from 'wouter';
import type { DocumentAnswer } from '../../shared/api/document.ts';
import type { DocumentId } from '../../shared/model/ids.ts';
import { type Command, useRegisterCommands } from '../ui/commands.ts';
import { useMessages } from '../ui/messages.ts';
import { documentParts } from './document-parts.ts';

/** Offers the parts of this document, its versions and the way home in the palette. */
export function useGoCommands(id: DocumentId, answer: DocumentAnswer | undefined): void {
  const { t } = useMessages();
  const [, go] = useLocation();
  const commands = useMemo<readonly Command[]>(
    () => [
      ...documentParts(id, answer).map(
        ({ part, href }): Command => ({
          id: `go.${part}`,
          group: 'go',
          name: t(`frame.${part}`),
          run: () => go(href),
        }),
      ),
      ...(answer?.versions ?? []).map(
        (version): Command => ({
          id: `go.version.${version.id}`,
          group: 'go',
          name: t('frame.readVersion', { name: version.name }),
          run: () => go(`/d/${id}/v/${version.id}`),
        }),
      ),
      { id: 'go.home', group: 'go', name: t('home.title'), run: () => go('/') },
    ],
    [id, answer, t, go],
  );
  useRegisterCommands(commands);
}
