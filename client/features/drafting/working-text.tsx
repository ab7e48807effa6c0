import { type ReactNode, type RefObject, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { DocumentAnswer } from '../../../shared/api/document.ts';
import type { DocumentId } from '../../../shared/model/ids.ts';
import { labelParagraphs } from '../../../shared/text/labels.ts';
import { readParagraphs } from '../../../shared/text/read.ts';
import { newKey } from '../../api/new-key.ts';
import type { Connection } from '../../editor/connection/connection.ts';
import type { KeptWords } from '../../editor/connection/kept-words.ts';
import { selectMatch } from '../../editor/find/find-plugin.ts';
import { moveByKey, moveIntoGap } from '../../editor/moving.ts';
import type { Section } from '../../editor/outline/outline.ts';
import { showSelection } from '../../editor/scroll/show-selection.ts';
import { announce } from '../../ui/announce.ts';
import { fetchAhead } from '../../ui/fetch-ahead.ts';
import { FillStatus } from '../../ui/frame-slot.tsx';
import { useMessages } from '../../ui/messages.ts';
import { Panes } from '../../ui/panes.tsx';
import { TextSkeleton } from '../../ui/skeleton.tsx';
import type { TextSurface } from '../../ui/text-surface.ts';
import { Attendance } from './attendance.tsx';
import { ChangesSince } from './changes-since.tsx';
import { CopiesNotice } from './copies-notice.tsx';
import { copyParagraphLink } from './copy-paragraph-link.ts';
import { DragHandle } from './drag-handle.tsx';
import { FindPanel } from './find-panel.tsx';
import { goToParagraph, goToPerson, useParagraphInAddress } from './go-to.ts';
import { KeptWordsPanel } from './kept-words.tsx';
import { LATER } from './later.ts';
import { leftOutWords } from './left-out.ts';
import { OutlineList } from './outline-list.tsx';
import { PageHeading } from './page-heading.tsx';
import { SaveLine } from './save-line.tsx';
import { StrandedNotice } from './stranded-notice.tsx';
import { Toolbar, ToolbarPlace } from './toolbar.tsx';
import { useBaseLabels } from './use-base-labels.ts';
import type { LabelsNow } from './use-connection.ts';
import { useDraftSurface } from './use-draft-surface.ts';
import { useDraftingCommands } from './use-drafting-commands.ts';
import { useFreshDocument } from './use-fresh-document.ts';
import { useLinkPanel } from './use-link-panel.tsx';
import { useObservable } from './use-observable.ts';
import { useTextEditor } from './use-text-editor.ts';
import { WhyReadOnly } from './why-read-only.tsx';

interface WorkingTextProps {
  readonly documentId: DocumentId;
  readonly answer: DocumentAnswer;
  readonly connection: Connection;
  /** Told here what labels stand on the screen. */
  readonly labels: RefObject<LabelsNow>;
  readonly conversation: (surface: TextSurface, answer: DocumentAnswer) => ReactNode;
  /** Makes a proposal of kept words. */
  readonly onPropose?: (words: KeptWords) => void;
}

/** Id of the sentence that tells screen readers how to reach toolbar and keys. */
const HELP = 'working-text-help';

/** Outline, text and toolbar, over one connection. */
export function WorkingText({
  documentId,
  answer,
  connection,
  labels,
  conversation,
  onPropose,
}: WorkingTextProps) {
  const { t } = useMessages();
  const host = useRef<HTMLDivElement>(null);
  const editable = useObservable(connection.editable);
  const live = useObservable(connection.live);
  const permissions = useObservable(connection.permissions);
  const mayWrite = permissions?.canWrite ?? answer.abilities['text.write'].allowed;
  const base = useBaseLabels(documentId, connection);
  labels.current = () =>
    new Map(
      live === null || base.labels === undefined
        ? []
        : labelParagraphs(readParagraphs(live.text), base.labels).map(({ id, label }) => [id, label]),
    );
  useFreshDocument(connection, answer.document);
  const [finding, setFinding] = useState<{ replacing: boolean; asked: number } | null>(null);
  const documentPath = `/d/${documentId}`;

  const moved = useCallback(
    (index: number, count: number): void => announce(t('drafting.move.moved', { index: index + 1, count })),
    [t],
  );
  const names = useMemo(
    () => ({ writing: t('drafting.textLabel'), reading: t('drafting.textLabelReading'), describedBy: HELP }),
    [t],
  );
  const openFind = useCallback((replacing: boolean): void => {
    setFinding((before) => ({ replacing, asked: (before?.asked ?? 0) + 1 }));
  }, []);
  const actions = {
    find: () => openFind(false),
    replace: () => openFind(true),
    findAgain: (direction: 'next' | 'previous') => {
      if (editor !== null && selectMatch(editor.state, direction, editor.view.dispatch))
        showSelection(editor.view);
    },
    link: () => linking.open(),
    toolbar: () => document.querySelector<HTMLElement>('.toolbar [tabindex="0"]')?.focus(),
    copyLink: () => {
      if (editor !== null) void copyParagraphLink(editor.state, documentPath, base, answer.versions, t);
    },
    moved,
  };
  const editor = useTextEditor({
    connection,
    host,
    documentId,
    base: base.labels,
    names,
    newId: newKey,
    actions,
    onPasted: ({ leftOut }) => {
      const words = leftOutWords(leftOut, t);
      if (words !== null) announce(words);
    },
  });
  useDraftingCommands(editor, actions, editable);
  useParagraphInAddress(editor);
  const { surface, counts } = useDraftSurface(documentId, editor, live, host);

  const linking = useLinkPanel(editor, editable);
  useEffect(() => (editor === null ? undefined : fetchAhead(LATER)), [editor]);

  const move = (direction: 'up' | 'down'): void => {
    if (editor !== null) moveByKey(direction, moved)(editor.state, editor.view.dispatch);
  };
  return (
    <>
      <FillStatus>
        {editor === null ? null : (
          <Attendance connection={connection} onGoTo={(person) => goToPerson(editor, person)} />
        )}
        <SaveLine connection={connection} document={answer.document} />
      </FillStatus>
      <Panes
        outline={
          editor === null ? null : (
            <OutlineList
              editor={editor}
              documentPath={documentPath}
              versions={answer.versions}
              onGoTo={(section: Section) => goToParagraph(editor, section.id)}
              counts={counts}
            />
          )
        }
        margin={surface === null ? null : conversation(surface, answer)}
      >
        <div className="drafting" data-writing={editable}>
          <WhyReadOnly connection={connection} document={answer.document} />
          <KeptWordsPanel
            connection={connection}
            {...(onPropose !== undefined && answer.abilities['proposal.write'].allowed ? { onPropose } : {})}
          />
          {editor !== null && editable ? <CopiesNotice editor={editor} /> : null}
          {editor !== null && editable ? <StrandedNotice editor={editor} /> : null}
          {editor !== null && editable ? (
            <Toolbar
              editor={editor}
              documentPath={documentPath}
              hasVersions={answer.versions.length > 0}
              onLink={actions.link}
              onFind={actions.find}
              onCopyLink={actions.copyLink}
              onMove={move}
            />
          ) : mayWrite ? (
            <ToolbarPlace />
          ) : null}
          <ChangesSince editor={editor} connection={connection} answer={answer} base={base.labels ?? null} />
          <PageHeading editor={editor} title={answer.document.title} />
          {live === null ? <TextSkeleton /> : null}
          <div className="text" ref={host}>
            {editor !== null && editable ? (
              <DragHandle
                editor={editor}
                host={host}
                onMove={(index, gap) => moveIntoGap(index, gap, moved)(editor.state, editor.view.dispatch)}
              />
            ) : null}
          </div>
          <p id={HELP} className="visually-hidden">
            {t('drafting.textHelp')}
          </p>
        </div>
      </Panes>
      {editor !== null && finding !== null ? (
        <FindPanel editor={editor} editable={editable} {...finding} onClose={() => setFinding(null)} />
      ) : null}
      {linking.panel}
    </>
  );
}
