import type { Editor } from '@tiptap/core';
import { type ReactNode, useEffect, useState } from 'react';
import { announce } from '../../ui/announce.ts';
import { late } from '../../ui/late.tsx';
import { useMessages } from '../../ui/messages.ts';
import { codeIsMissing } from '../../ui/release.ts';
import { loadLinkPanel } from './later.ts';

const LinkPanel = late(loadLinkPanel, { missing: 'quiet' });

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
      () => {
        codeIsMissing({ offer: true });
        announce(t('errors.title.offline'));
      },
    );
  };
  return {
    open,
    panel:
      editor !== null && editable && asking ? (
        <LinkPanel editor={editor} onClose={() => setAsking(false)} />
      ) : null,
  };
}
