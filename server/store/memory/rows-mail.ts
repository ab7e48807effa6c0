import type { LinkTokenRows } from '../../ports/link-tokens.ts';
import type { MailSettingRows, OutboxRows } from '../../ports/mail.ts';
import type { MemoryState } from './state.ts';

export const memoryLinkTokens = (state: () => MemoryState): LinkTokenRows => ({
  find: async (use, tokenHash) => {
    const token = state().linkTokens.get(tokenHash);
    return token?.use === use ? token : null;
  },
  ofParticipant: async (participantId, use) =>
    [...state().linkTokens.values()].filter(
      (token) => token.participantId === participantId && token.use === use,
    ),
  insert: async (token) => {
    if (state().linkTokens.has(token.tokenHash)) throw new Error('token is there already');
    state().linkTokens.set(token.tokenHash, token);
  },
  revoke: async (participantId, use) => {
    for (const [key, token] of state().linkTokens)
      if (token.participantId === participantId && token.use === use) state().linkTokens.delete(key);
  },
  deleteExpired: async (now) => {
    for (const [key, { expiresAt }] of state().linkTokens)
      if (expiresAt !== null && expiresAt <= now) state().linkTokens.delete(key);
  },
});

export const memoryMailSettings = (state: () => MemoryState): MailSettingRows => ({
  find: async (participantId) => state().mailSettings.get(participantId) ?? null,
  active: async () =>
    [...state().mailSettings.values()]
      .filter(({ frequency, confirmedAt }) => frequency !== 'off' && confirmedAt !== null)
      .sort((a, b) => (a.participantId < b.participantId ? -1 : 1)),
  save: async (setting) => void state().mailSettings.set(setting.participantId, setting),
});

export const memoryOutbox = (state: () => MemoryState): OutboxRows => ({
  due: async (now, limit) =>
    [...state().outbox.values()].filter(({ nextTryAt }) => nextTryAt <= now).slice(0, limit),
  insert: async (mail) => {
    if (state().outbox.has(mail.messageId)) throw new Error('mail is there already');
    state().outbox.set(mail.messageId, mail);
  },
  putOff: async (messageId, tries, nextTryAt) => {
    const mail = state().outbox.get(messageId);
    if (mail !== undefined) state().outbox.set(messageId, { ...mail, tries, nextTryAt });
  },
  delete: async (messageId) => void state().outbox.delete(messageId),
  deleteOf: async (participantId) => {
    for (const [key, mail] of state().outbox)
      if (mail.participantId === participantId) state().outbox.delete(key);
  },
});
