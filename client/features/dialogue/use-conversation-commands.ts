import { useMemo, useRef } from 'react';
import { type Command, useRegisterCommands } from '../../ui/commands.ts';
import { useMessages } from '../../ui/messages.ts';
import { type Group, standing } from './groups.ts';
import type { Thread } from './threads.ts';

interface Acts {
  /** Whether the visitor may comment. */
  readonly may: boolean;
  readonly groups: readonly Group[];
  readonly chosen: string | null;
  readonly show: (thread: Thread) => void;
  readonly comment: () => void;
  readonly absent: () => void;
  readonly whole: () => void;
}

/** The keys of Word for a comment; `c` leads to the next one wherever letters are not typed. */
const KEYS = { comment: 'Mod+Alt+M', next: 'c', previous: 'Shift+C' } as const;

/** Offers what one can do with the conversation in the palette and on the sheet of keys. */
export function useConversationCommands(acts: Acts): void {
  const { t } = useMessages();
  const latest = useRef(acts);
  latest.current = acts;
  const { may } = acts;
  const commands = useMemo<readonly Command[]>(() => {
    const walk = (step: 1 | -1): void => {
      const { groups, chosen, show } = latest.current;
      const all = groups.flatMap(({ threads }) => standing(threads));
      const at = all.findIndex(({ comment }) => comment.id === chosen);
      const next = all[at < 0 ? (step === 1 ? 0 : all.length - 1) : (at + step + all.length) % all.length];
      if (next !== undefined) show(next);
    };
    return [
      {
        id: 'dialogue.next',
        group: 'view',
        name: t('dialogue.act.next'),
        keys: KEYS.next,
        run: () => walk(1),
      },
      {
        id: 'dialogue.previous',
        group: 'view',
        name: t('dialogue.act.previous'),
        keys: KEYS.previous,
        run: () => walk(-1),
      },
      ...(may
        ? [
            {
              id: 'dialogue.comment',
              group: 'act' as const,
              name: t('dialogue.act.commentSelection'),
              keys: KEYS.comment,
              run: () => latest.current.comment(),
            },
            {
              id: 'dialogue.absent',
              group: 'act' as const,
              name: t('dialogue.act.absent'),
              run: () => latest.current.absent(),
            },
            {
              id: 'dialogue.whole',
              group: 'act' as const,
              name: t('dialogue.act.commentText'),
              run: () => latest.current.whole(),
            },
          ]
        : []),
    ];
  }, [may, t]);
  useRegisterCommands(commands);
}
