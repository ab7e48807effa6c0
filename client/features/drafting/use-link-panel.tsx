import type { Editor } from '@tiptap/core';
import { lazy, type ReactNode, Suspense, useEffect, useState } from 'react';
import { announce } from '../../ui/announce.ts';
import { useMessages } from '../../ui/messages.ts';
import { loadLinkPanel } from './later.ts';

const LinkPanel = lazy(loadLinkPanel);

/** The question where words shall lead, and what asks it. */
export function useLinkPanel(
  editor: Editor | null,
  editable: boolean,
): { readonly open: () => void; readonly panel: ReactNode } {
  const { t } = useMessages();
  const [asking, setAsking] = useState(false);
  useEffect(() => {
    // A link may be asked for and writing end meanwhile.
    if (!editable) setAsking(false);
  }, [editable]);
  const open = (): void => {
    // Not shown before its code is here: the text keeps the keyboard until then.
    void loadLinkPanel().then(
      () => setAsking(true),
      () => announce(t('errors.title.offline')),
    );
  };
  return {
    open,
    panel:
      editor !== null && editable && asking ? (
        <Suspense>
          <LinkPanel editor={editor} onClose={() => setAsking(false)} />
        </Suspense>
      ) : null,
  };
}
