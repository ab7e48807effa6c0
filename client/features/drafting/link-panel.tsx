import '../../ui/words/drafting.ts';
import type { Editor } from '@tiptap/core';
import { useEffect, useRef, useState } from 'react';
import { linkRange, setLink } from '../../editor/toolbar/link.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Field } from '../../ui/field.tsx';
import { useMessages } from '../../ui/messages.ts';
import { completeAddress } from './complete-address.ts';

/** Asks where the selected words shall lead. An address without a scheme is taken for https. */
export default function LinkPanel({ editor, onClose }: { editor: Editor; onClose: () => void }) {
  const { t } = useMessages();
  const [range] = useState(() => linkRange(editor.state));
  const [address, setAddress] = useState(range?.href ?? '');
  const [wrong, setWrong] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  const close = (): void => {
    onClose();
    requestAnimationFrame(() => editor.view.focus());
  };
  const put = (href: string | null): void => {
    // Others may have written meanwhile: the selection has moved with its words, the first range has not.
    const now = linkRange(editor.state);
    if (now !== null) editor.view.dispatch(setLink(editor.state, now, href));
    close();
  };
  if (range === null)
    return (
      <Dialog open onClose={close} title={t('drafting.link.title')}>
        <p>{t('drafting.link.noWords')}</p>
      </Dialog>
    );
  return (
    <Dialog open onClose={close} title={t('drafting.link.title')}>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          const href = completeAddress(address);
          if (href === null) setWrong(true);
          else put(href);
        }}
      >
        <Field
          label={t('drafting.link.address')}
          help={t('drafting.link.help')}
          error={wrong ? t('drafting.link.wrong') : undefined}
        >
          <input
            ref={field}
            dir="ltr"
            inputMode="url"
            autoComplete="off"
            spellCheck={false}
            value={address}
            onChange={(event) => {
              setAddress(event.target.value);
              setWrong(false);
            }}
          />
        </Field>
        <div className="dialog-actions">
          {range.href === null ? null : (
            <Button tone="quiet" onClick={() => put(null)}>
              {t('drafting.link.remove')}
            </Button>
          )}
          <Button tone="primary" type="submit">
            {t('drafting.link.set')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
