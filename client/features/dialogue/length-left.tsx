import { useMessages } from '../../ui/messages.ts';

/** Characters in a comment or an answer, as the server takes them. */
export const LONGEST = 20_000;
/** How many characters before the end the limit is shown. */
const NEAR = 500;

export const tooLong = (text: string): boolean => text.length > LONGEST;

/** Says how much room is left, once it matters. */
export function LengthLeft({ text }: { text: string }) {
  const { t } = useMessages();
  const left = LONGEST - text.length;
  if (left > NEAR) return null;
  return (
    <p className={left < 0 ? 'field-error' : 'field-help'} role="status">
      {left < 0
        ? t('dialogue.composer.over', { count: -left })
        : t('dialogue.composer.left', { count: left })}
    </p>
  );
}
