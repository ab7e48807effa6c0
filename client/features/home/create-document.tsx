import { useState } from 'react';
import { Button } from '../../ui/button.tsx';
import { AddIcon } from '../../ui/icons.ts';
import { late } from '../../ui/late.tsx';
import { useMessages } from '../../ui/messages.ts';

const CreateDialog = late(() => import('./create-dialog.tsx'), { missing: 'floating' });

/** Begins a new document. */
export function CreateDocument() {
  const { t } = useMessages();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button onClick={() => setOpen(true)}>
        <AddIcon className="icon" /> {t('home.create.open')}
      </Button>
      {open ? <CreateDialog onClose={() => setOpen(false)} /> : null}
    </>
  );
}
