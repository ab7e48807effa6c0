import type { Editor } from '@tiptap/core';
import { copiesIn, removeCopy, sameCopies } from '../../editor/copies.ts';
import { Button } from '../../ui/button.tsx';
import { useMessages } from '../../ui/messages.ts';
import { Notice } from '../../ui/notice.tsx';
import { goToParagraph } from './go-to.ts';
import { useEditorValue } from './use-editor-value.ts';

/** Points out paragraphs that stand in the text twice and offers to keep one. Absent while there are none. */
export function CopiesNotice({ editor }: { editor: Editor }) {
  const { t } = useMessages();
  const all = useEditorValue(editor, copiesIn, sameCopies);
  if (all.length === 0) return null;
  return (
    <div className="copies no-print">
      <Notice tone="warn" title={t('drafting.copies.title')}>
        <p>{t('drafting.copies.lead')}</p>
        <ul>
          {all.map((copies) => (
            <li key={copies.copy} className="form-actions">
              <Button small tone="quiet" onClick={() => goToParagraph(editor, copies.original)}>
                {t('drafting.copies.first', { label: copies.label })}
              </Button>
              <Button small tone="quiet" onClick={() => goToParagraph(editor, copies.copy)}>
                {t('drafting.copies.second')}
              </Button>
              {copies.same ? (
                <Button
                  small
                  onClick={() => {
                    const tr = removeCopy(editor.state, copies);
                    if (tr !== null) editor.view.dispatch(tr);
                  }}
                >
                  {t('drafting.copies.keepOne')}
                </Button>
              ) : (
                <span className="soft small">{t('drafting.copies.differ')}</span>
              )}
            </li>
          ))}
        </ul>
      </Notice>
    </div>
  );
}
