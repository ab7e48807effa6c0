import type { ReactNode } from 'react';
import type { OutcomeDocument } from '../../../shared/model/document.ts';
import type { Connection } from '../../editor/connection/connection.ts';
import { Button } from '../../ui/button.tsx';
import { useMessages } from '../../ui/messages.ts';
import { FrozenIcon, OfflineIcon, SavedIcon, SavingIcon, WarnIcon } from './icons.ts';
import { type SaveWords, saveWords } from './save-words.ts';
import { useObservable } from './use-observable.ts';

const ICONS: Readonly<Record<SaveWords['icon'], ReactNode>> = {
  saved: <SavedIcon className="icon" aria-hidden />,
  saving: <SavingIcon className="icon" aria-hidden />,
  offline: <OfflineIcon className="icon" aria-hidden />,
  frozen: <FrozenIcon className="icon" aria-hidden />,
  warn: <WarnIcon className="icon" aria-hidden />,
};

interface SaveLineProps {
  readonly connection: Connection;
  readonly document: OutcomeDocument | undefined;
}

/** Where one's words are, in the header of the page. Screen readers hear it change, but not at every key. */
export function SaveLine({ connection, document }: SaveLineProps) {
  const messages = useMessages();
  const state = useObservable(connection.state);
  const { tone, icon, words, help, offer } = saveWords(state, document, messages, new Date());
  return (
    <span className={`save-line save-${tone}`} title={help}>
      {ICONS[icon]}
      <span className="save-words">{words}</span>
      <span className="visually-hidden">{help}</span>
      {offer === null ? null : (
        <Button
          small
          tone="quiet"
          onClick={() => (offer === 'reload' ? location.reload() : connection.reconnect())}
        >
          {messages.t(offer === 'reload' ? 'drafting.save.reloadPage' : 'drafting.save.reconnect')}
        </Button>
      )}
      {/* Saved and saving change at every pause of typing: only what one must know is spoken. */}
      <span className="visually-hidden" role="status">
        {tone === 'warn' || icon === 'frozen' ? `${words}. ${help}` : ''}
      </span>
    </span>
  );
}
