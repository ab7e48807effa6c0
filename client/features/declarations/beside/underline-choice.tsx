import { useMessages } from '../../../ui/messages.ts';

/** Whether terms objected to are underlined in the text, and whether any can be. */
export interface Underline {
  readonly possible: boolean;
  readonly on: boolean;
  readonly change: (on: boolean) => void;
}

export function UnderlineChoice({ underline }: { readonly underline: Underline }) {
  const { t } = useMessages();
  if (!underline.possible) return null;
  return (
    <label className="choice">
      <input
        type="checkbox"
        checked={underline.on}
        onChange={({ target }) => underline.change(target.checked)}
      />
      {t('declarations.marks.underline')}
    </label>
  );
}
