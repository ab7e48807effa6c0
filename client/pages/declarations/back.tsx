import { Link } from 'wouter';
import type { DocumentId } from '../../../shared/model/ids.ts';
import { declarationsAddress } from '../../features/declarations/addresses.ts';
import { useMessages } from '../../ui/messages.ts';

/** The way back to all declarations. */
export function Back({ id }: { readonly id: DocumentId }) {
  const { t } = useMessages();
  return (
    <p className="declaration-back no-print">
      <Link href={declarationsAddress(id)}>{t('declarations.ask.back')}</Link>
    </p>
  );
}
