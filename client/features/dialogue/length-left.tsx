import { INPUT_LENGTH } from '../../../shared/api/limits.ts';
import { useMessages } from '../../ui/messages.ts';

/** How many characters before the end the limit is shown. */
const NEAR = 500;

export const tooLong = (text: string): boolean => text.length > INPUT_LENGTH;

/** Says how much room is left, once it matters. */
export function LengthLeft({ text }: { text: string }) {
  const { t } = useMessages();
  const left = INPUT_LENGTH - text.length;
  if (left > NEAR) return null;
  return (
    <p className={left < 0 ? 'field-error' : 'field-help'} role="status">
      {left < 0
        ? t('dialogue.composer.over', { count: -left })
        : t('dialogue.composer.left', { count: left })}
    </p>
  );
}
