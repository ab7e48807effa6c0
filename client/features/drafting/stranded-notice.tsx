import type { Editor } from '@tiptap/core';
import { useEffect, useRef } from 'react';
import { putRight } from '../../editor/stranded/put-right.ts';
import { type StrandedWatch, type StrandedWords, strandedIn } from '../../editor/stranded/stranded-plugin.ts';
import { announce } from '../../ui/announce.ts';
import { Button } from '../../ui/button.tsx';
import { useMessages } from '../../ui/messages.ts';
import { Notice } from '../../ui/notice.tsx';
import { goToParagraph } from './go-to.ts';
import { useObservable } from './use-observable.ts';

/** Says which words of one's own another person's deletion or move left behind, and offers to put them right. */
export function StrandedNotice({ editor }: { editor: Editor }) {
  const watch = strandedIn(editor.state);
  return watch === undefined ? null : <StrandedList editor={editor} watch={watch} />;
}

function StrandedList({ editor, watch }: { editor: Editor; watch: StrandedWatch }) {
  const { t } = useMessages();
  const all = useObservable(watch.words);
  const newest = all.at(-1)?.key ?? -1;
  const said = useRef(-1);
  useEffect(() => {
    // Whoever writes far below, or listens, hears of it as well.
    if (newest > said.current) announce(t('drafting.stranded.said'));
    said.current = Math.max(said.current, newest);
  }, [newest, t]);
  if (all.length === 0) return null;
  return (
    <section className="copies no-print" aria-label={t('drafting.stranded.title')}>
      <Notice tone="warn" title={t('drafting.stranded.title')}>
        <ul>
          {all.map((one) => (
            <li key={one.key} className="stranded-words">
              <StrandedItem one={one} editor={editor} watch={watch} />
            </li>
          ))}
        </ul>
      </Notice>
    </section>
  );
}

interface StrandedItemProps {
  readonly one: StrandedWords;
  readonly editor: Editor;
  readonly watch: StrandedWatch;
}

function StrandedItem({ one, editor, watch }: StrandedItemProps) {
  const { t } = useMessages();
  const { words, label, standsIn, home } = one;
  const what = home === null ? 'deleted' : 'moved';
  const act = (): void => {
    if (!putRight(editor.view, one)) return;
    // The button is gone: the caret stands behind the words now.
    editor.view.focus();
    announce(t(home === null ? 'drafting.stranded.keptDone' : 'drafting.stranded.movedDone'));
  };
  return (
    <>
      <p>
        {label === '' ? t(`drafting.stranded.${what}`) : t(`drafting.stranded.${what}Labelled`, { label })}
      </p>
      <p dir="auto" className="kept-mine">
        {words}
      </p>
      <div className="form-actions">
        <Button small onClick={act}>
          {t(home === null ? 'drafting.stranded.keep' : 'drafting.stranded.moveInto')}
        </Button>
        <Button small tone="quiet" onClick={() => goToParagraph(editor, standsIn)}>
          {t('drafting.stranded.show')}
        </Button>
        <Button
          small
          tone="quiet"
          onClick={() => {
            watch.leave(one.key);
            editor.view.focus();
          }}
        >
          {t('drafting.stranded.leave')}
        </Button>
      </div>
    </>
  );
}
