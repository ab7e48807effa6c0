import type { ToolbarState } from '../../editor/toolbar/toolbar-state.ts';
import { OpenIcon } from '../../ui/icons.ts';
import { LazyPopup } from '../../ui/lazy-popup.tsx';
import { useMessages } from '../../ui/messages.ts';
import { type KindChoice, kindChoice } from './kinds.ts';
import { loadKindMenu } from './later.ts';

interface KindButtonProps {
  readonly state: Pick<ToolbarState, 'kind' | 'level'>;
  readonly onChoose: (choice: KindChoice) => void;
  /** Where the focus goes afterwards: the text. */
  readonly text: () => HTMLElement;
}

/** Says the kind of the paragraphs at the selection, and opens the menu of kinds. */
export function KindButton({ state, onChoose, text }: KindButtonProps) {
  const { t } = useMessages();
  const current = kindChoice(state.kind, state.level);
  const name = current === undefined ? t('drafting.toolbar.kindMixed') : t(`drafting.kind.${current.value}`);
  return (
    <LazyPopup
      opens="menu"
      trigger={
        <button
          type="button"
          className="button button-quiet button-small toolbar-kind"
          aria-label={`${t('drafting.toolbar.kind')}: ${name}`}
        >
          <span className="toolbar-kind-name">{name}</span>
          <OpenIcon className="icon" aria-hidden />
        </button>
      }
      load={loadKindMenu}
      props={{ current: current?.value ?? '', onChoose, text }}
    />
  );
}
