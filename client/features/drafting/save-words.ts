import { shortMomentInUtc } from '../../../shared/messages/moments.ts';
import type { OutcomeDocument } from '../../../shared/model/document.ts';
import { unreachable } from '../../../shared/model/result.ts';
import type { SaveState } from '../../editor/connection/save-state.ts';
import type { Messages } from '../../ui/messages.ts';

/** What the line says: a few words, the sentence behind them, and what can be done. */
export interface SaveWords {
  readonly tone: 'calm' | 'busy' | 'warn';
  readonly icon: 'saved' | 'saving' | 'offline' | 'frozen' | 'warn';
  readonly words: string;
  readonly help: string;
  readonly offer: 'reconnect' | 'reload' | null;
}

/** "Saved" only when the server has acknowledged durable storage; otherwise where the words are. Pure. */
export function saveWords(
  state: SaveState,
  document: Pick<OutcomeDocument, 'phaseSince'> | undefined,
  { t, locale }: Pick<Messages, 't' | 'locale'>,
  now: Date,
): SaveWords {
  const moment = (iso: string): string => shortMomentInUtc(iso, locale, now);
  const unsent = (changes: number): string =>
    changes === 0 ? '' : t('drafting.save.unsent', { count: changes });
  const halted = (words: string, help: string, changes: number, offer: SaveWords['offer']): SaveWords => ({
    tone: 'warn',
    icon: 'warn',
    words,
    help: [help, unsent(changes)].filter((part) => part !== '').join(' '),
    offer,
  });
  switch (state.kind) {
    case 'connecting':
      return {
        tone: 'busy',
        icon: 'saving',
        words: t('drafting.save.connecting'),
        help: unsent(state.changes),
        offer: null,
      };
    case 'saved':
      return {
        tone: 'calm',
        icon: 'saved',
        words: t('drafting.save.saved'),
        help:
          state.at === null
            ? t('drafting.save.savedNone')
            : t('drafting.save.savedAt', { moment: moment(state.at) }),
        offer: null,
      };
    case 'saving':
      return {
        tone: 'busy',
        icon: 'saving',
        words: t('drafting.save.saving'),
        help: t('drafting.save.savingHelp', { count: state.changes }),
        offer: null,
      };
    case 'offline': {
      const { changes, onDevice, slow } = state;
      const where = changes === 0 ? 'none' : onDevice ? 'device' : 'page';
      const why = slow ? 'slow' : 'offline';
      return {
        tone: 'warn',
        icon: 'offline',
        words: t(`drafting.save.${why}.${where}`, { count: changes }),
        help: t(`drafting.save.${why}.${where}Help`),
        offer: 'reconnect',
      };
    }
    case 'read-only':
      return state.reason === 'phase' && document !== undefined
        ? {
            tone: 'calm',
            icon: 'frozen',
            words: t('drafting.save.frozen', { moment: moment(document.phaseSince) }),
            help: t(`terms.phaseHelp.${state.phase}`),
            offer: null,
          }
        : {
            tone: 'calm',
            icon: 'frozen',
            words: t('drafting.save.readOnly'),
            help: t(`reasons.${state.reason}`),
            offer: null,
          };
    case 'refused': {
      const { reason, changes, onDevice } = state;
      if (reason === 'rate' || reason === 'cannot-store')
        return {
          tone: 'warn',
          icon: 'warn',
          words: t(`drafting.save.waiting.${reason}.${onDevice ? 'device' : 'page'}`, { count: changes }),
          help: t(`drafting.save.waiting.${reason}.${onDevice ? 'deviceHelp' : 'pageHelp'}`),
          offer: null,
        };
      return halted(
        t('drafting.save.refused'),
        t(`drafting.save.refusedHelp.${reason}`),
        changes,
        state.final ? 'reload' : null,
      );
    }
    case 'signed-out':
      return halted(
        t('drafting.save.signedOut'),
        t('drafting.save.signedOutHelp'),
        state.changes,
        'reconnect',
      );
    case 'other-participant':
      return halted(
        t('drafting.save.otherParticipant'),
        t('drafting.save.otherParticipantHelp'),
        state.changes,
        'reload',
      );
    case 'no-access':
      return halted(t('drafting.save.noAccess'), t('drafting.save.noAccessHelp'), state.changes, 'reconnect');
    case 'not-found':
      return halted(t('drafting.save.notFound'), t('drafting.save.notFoundHelp'), state.changes, 'reconnect');
    case 'reload-needed':
      return halted(t('drafting.save.reload'), t('drafting.save.reloadHelp'), state.changes, 'reload');
    default:
      return unreachable(state);
  }
}
