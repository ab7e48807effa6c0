import { announce } from './announce.ts';
import { translate } from './messages.ts';

/** Copies and says so. Browsers allow it on https and localhost; elsewhere the person is told to do it by hand. */
export async function copyText(text: string, said: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    announce(said);
  } catch {
    announce(translate('common.copyFailed'));
  }
}
