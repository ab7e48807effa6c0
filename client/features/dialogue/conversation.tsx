import './dialogue.css';
import './composer.css';
import './dialogue-list.css';
import './margin.css';
import { type ReactNode, useCallback, useEffect, useMemo, useState } from 'react';
import type { DocumentAnswer } from '../../../shared/api/document.ts';
import type { Anchor } from '../../../shared/model/anchor.ts';
import type { Comment } from '../../../shared/model/comment.ts';
import type { ParagraphId } from '../../../shared/model/ids.ts';
import { useRegister } from '../../api/register/use-register.ts';
import { useSeen } from '../../api/register/use-seen.ts';
import { copyText } from '../../ui/copy-text.ts';
import { useMessages } from '../../ui/messages.ts';
import { paragraphElementId, type TextSurface } from '../../ui/text-surface.ts';
import { Beginning } from './beginning.tsx';
import { inView, scrollTo, useAsked, useClickedMark, useMarks, withOpen } from './conversation-effects.ts';
import { countsByHeading, type Group, groupsOf } from './groups.ts';
import { Gutter } from './gutter.tsx';
import { type KeptDraft, targetOf } from './kept-drafts.ts';
import { LiveRegion } from './live-region.tsx';
import { Margin } from './margin.tsx';
import { NarrowConversation } from './narrow-conversation.tsx';
import { type Composing, OpenGroup } from './open-group.tsx';
import { type SelectionAct, SelectionBar } from './selection-bar.tsx';
import { type ThreadContext, ThreadsAround } from './thread-context.ts';
import type { Thread } from './threads.ts';
import { UnsentNotice } from './unsent-notice.tsx';
import { useConversationCommands } from './use-conversation-commands.ts';
import { useIsWide } from './use-is-wide.ts';
import { usePlaces } from './use-places.ts';
import { readSelection, type SelectedWords, useSelectedWords } from './use-selected-words.ts';
import { useThreads } from './use-threads.ts';

export interface ConversationProps {
  readonly surface: TextSurface;
  readonly answer: DocumentAnswer;
  /** A comment to begin with: the address asked for it. */
  readonly asked?: string | null;
  /** Cards of the proposals on a paragraph. */
  readonly proposals?: (paragraph: ParagraphId) => ReactNode;
  /** What else can be done with selected words. */
  readonly acts?: readonly SelectionAct[];
}

const NO_ACTS: readonly SelectionAct[] = [];

interface Open {
  readonly key: Group['key'];
  /** The comment that is level with its words. */
  readonly thread: string | null;
}

/** What is said about a text, beside it: marks, signs, cards level with their words, and ways to say something. */
export function Conversation({
  surface,
  answer,
  asked = null,
  proposals,
  acts = NO_ACTS,
}: ConversationProps) {
  const { t } = useMessages();
  const { documentId } = surface;
  const view = useRegister(documentId);
  const threads = useThreads(view);
  const seen = useSeen(documentId, view);
  const { paragraphs, places } = usePlaces(surface, view.rows, answer.versions);
  const reading = useSelectedWords(surface);
  const [open, setOpen] = useState<Open | null>(null);
  const [composing, setComposing] = useState<Composing | null>(null);
  const [isCut, setIsCut] = useState(false);
  const wide = useIsWide();
  const mayWrite = answer.abilities['comment.write'].allowed;
  const me = view.me;

  const groups = useMemo(
    () => groupsOf(threads.all, places, paragraphs, view.rows.proposal),
    [threads, places, paragraphs, view.rows.proposal],
  );
  const labels = useMemo(
    () => new Map<string, string>(paragraphs.map(({ id, label }) => [id, label])),
    [paragraphs],
  );
  const placeOf = useCallback((comment: Comment) => places.get(comment.id) ?? null, [places]);
  const reconfirmed = useCallback(
    ({ id, on }: Comment): Anchor | null => {
      const place = places.get(id);
      if (place === undefined || place.paragraph === null || on.noun !== 'text') return null;
      return on.anchor.scope === 'words'
        ? surface.anchorOn({ scope: 'words', ...place, paragraph: place.paragraph })
        : on.anchor.scope === 'paragraph'
          ? surface.anchorOn({ scope: 'paragraph', paragraph: place.paragraph })
          : null;
    },
    [places, surface],
  );
  const { stances } = threads;
  const context = useMemo<ThreadContext>(
    () => ({ documentId, view, stances, mayWrite, placeOf, goTo: null, reconfirmed, seen }),
    [documentId, view, stances, mayWrite, placeOf, reconfirmed, seen],
  );

  const openThread = useCallback((group: Group, thread: Thread | null): void => {
    setComposing(null);
    setOpen({ key: group.key, thread: thread?.comment.id ?? null });
  }, []);
  const show = useCallback(
    (thread: Thread): void => {
      const group = groups.find(({ threads: said }) => said.includes(thread));
      if (group === undefined) return;
      openThread(group, thread);
      scrollTo(thread.comment.id, group.key);
    },
    [groups, openThread],
  );
  const compose = useCallback((anchor: Anchor | null, cut = false): void => {
    if (anchor === null) return;
    setIsCut(cut);
    const key = anchor.scope === 'text' || anchor.paragraph === null ? ('whole' as const) : anchor.paragraph;
    setOpen({ key, thread: null });
    setComposing({ noun: 'text', anchor });
  }, []);
  const composeOn = useCallback(
    (what: 'comment' | 'absent', key: Group['key']): void =>
      compose(
        key === 'whole' || key === 'gone'
          ? surface.anchorOn({ scope: 'text' })
          : surface.anchorOn(
              what === 'comment' ? { scope: 'paragraph', paragraph: key } : { scope: 'absent', after: key },
            ),
      ),
    [compose, surface],
  );
  const copyLink = useCallback(
    (paragraph: string): void => {
      const page = surface.text === 'working' ? 'draft' : `v/${surface.text}`;
      const address = `${location.origin}/d/${documentId}/${page}#${paragraphElementId(paragraph)}`;
      void copyText(address, t('common.linkCopied'));
    },
    [documentId, surface, t],
  );
  const commentOnWords = ({ isCut: cut, ...words }: SelectedWords): void =>
    compose(surface.anchorOn({ scope: 'words', ...words }), cut);
  const resume = (draft: KeptDraft): void => {
    if (draft.on.noun === 'text') compose(draft.on.anchor);
    else if (draft.on.noun === 'comment') {
      const thread = threads.byId.get(draft.on.id);
      if (thread !== undefined) show(thread);
    }
  };
  const close = (): void => {
    setOpen(null);
    setComposing(null);
    surface.focus();
  };

  // In a text that is written in, the conversation of the paragraph at the caret stands open.
  const { caret } = reading;
  const isComposing = composing !== null;
  useEffect(() => {
    if (!surface.followsCaret || caret === null || isComposing) return;
    setOpen((before) => (before?.key === caret ? before : { key: caret, thread: null }));
  }, [caret, surface, isComposing]);
  useClickedMark(surface, threads.byId, show);
  useAsked(asked, threads.byId, places, show);
  useMarks(surface, groups, places, open?.thread ?? null);
  useEffect(() => surface.count(countsByHeading(groups, paragraphs)), [surface, groups, paragraphs]);
  useConversationCommands({
    may: mayWrite && me !== null,
    groups,
    chosen: open?.thread ?? null,
    show,
    comment: () => {
      const now = readSelection(surface);
      if (now.words !== null) commentOnWords(now.words);
      else composeOn('comment', now.caret ?? surface.caret() ?? inView(surface) ?? 'whole');
    },
    absent: () =>
      composeOn('absent', readSelection(surface).caret ?? surface.caret() ?? inView(surface) ?? 'whole'),
    whole: () => composeOn('comment', 'whole'),
  });

  const shown = useMemo(() => withOpen(groups, open, paragraphs), [groups, open, paragraphs]);
  const openGroup =
    open === null ? null : (
      <OpenGroup
        groupKey={open.key}
        group={groups.find(({ key }) => key === open.key) ?? null}
        label={labels.get(open.key) ?? ''}
        composing={composing}
        isCut={isCut}
        chosen={open.thread}
        onCompose={(what) => composeOn(what, open.key)}
        onCopyLink={() => copyLink(open.key)}
        onChoose={(thread) => setOpen({ key: open.key, thread: thread?.comment.id ?? null })}
        onClose={close}
        onComposed={(comment) => {
          setComposing(null);
          if (comment !== null) setOpen({ key: open.key, thread: comment });
        }}
        proposals={proposals}
      />
    );
  const unsent =
    me === null || !mayWrite ? null : (
      <UnsentNotice
        documentId={documentId}
        me={me.participant.id}
        open={composing === null ? null : targetOf(composing)}
        onResume={resume}
      />
    );
  return (
    <ThreadsAround value={context}>
      <LiveRegion view={view} />
      <SelectionBar
        surface={surface}
        reading={reading}
        onComment={mayWrite && me !== null ? commentOnWords : null}
        onCopyLink={({ paragraph }) => copyLink(paragraph)}
        acts={acts}
        onActed={({ paragraph }) => {
          setComposing(null);
          setOpen({ key: paragraph, thread: null });
        }}
      />
      <Gutter
        surface={surface}
        groups={groups}
        labels={labels}
        active={open?.key ?? caret}
        onOpen={(paragraph) => {
          setComposing(null);
          setOpen({ key: paragraph, thread: null });
        }}
      />
      {wide ? (
        <>
          <Beginning
            group={groups.find(({ key }) => key === 'whole') ?? null}
            ready={view.ready}
            failed={view.failure !== null}
            onOpen={() => {
              setComposing(null);
              setOpen({ key: 'whole', thread: null });
            }}
          >
            {unsent}
          </Beginning>
          <Margin surface={surface} groups={shown} places={places} open={open} onOpen={openThread}>
            {openGroup}
          </Margin>
        </>
      ) : (
        <NarrowConversation
          surface={surface}
          groups={groups}
          labels={labels}
          open={open?.key ?? null}
          opened={isComposing}
          onOpen={(key) => setOpen({ key, thread: null })}
          onClose={close}
        >
          {unsent}
          {openGroup}
        </NarrowConversation>
      )}
    </ThreadsAround>
  );
}
