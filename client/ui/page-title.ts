import { useEffect } from 'react';
import { useMessages } from './messages.ts';

/** Names the page in the browser's tab: the nearest thing first, the product last. */
export function usePageTitle(...names: readonly (string | undefined)[]): void {
  const { t } = useMessages();
  const title = [...names.filter((name) => name !== undefined && name !== ''), t('common.name')].join(' · ');
  useEffect(() => {
    document.title = title;
  }, [title]);
}
