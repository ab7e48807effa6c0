import type { EditorState } from '@tiptap/pm/state';
import type { VersionSummary } from '../../../shared/model/version.ts';
import { paragraphAnchor } from '../../editor/labels/labels-plugin.ts';
import { headOf } from '../../editor/schema/paragraph.ts';
import { announce } from '../../ui/announce.ts';
import type { Translate } from '../../ui/messages.ts';
import type { Base } from './use-base-labels.ts';

/**
 * Copies a link to the paragraph at the caret: a permanent one into the latest version where that holds it,
 * otherwise into the working text. Says which.
 */
export async function copyParagraphLink(
  state: EditorState,
  documentPath: string,
  base: Base,
  versions: readonly VersionSummary[],
  t: Translate,
): Promise<void> {
  const { $head } = state.selection;
  if ($head.depth === 0) return;
  const { id } = headOf($head.parent);
  const version = base.labels?.has(id) === true ? versions.find((one) => one.id === base.version) : undefined;
  const page = version === undefined ? 'draft' : `v/${version.id}`;
  try {
    await navigator.clipboard.writeText(`${location.origin}${documentPath}/${page}#${paragraphAnchor(id)}`);
    announce(
      version === undefined
        ? t('drafting.paragraphLink.copied')
        : t('drafting.paragraphLink.copiedVersion', { version: version.name }),
    );
  } catch {
    announce(t('common.copyFailed'));
  }
}
