import { windowIsOver } from '../../shared/domain/phase.ts';
import type { OutcomeDocument } from '../../shared/model/document.ts';
import type { DocumentId } from '../../shared/model/ids.ts';
import { abilities } from '../../shared/policy/can.ts';
import type { AccessChanges } from '../ports/access.ts';
import type { Credentials, Gatekeeper, Visitor } from '../ports/gatekeeper.ts';
import type { Account } from '../ports/records.ts';
import { troubleOf } from '../ports/store-failure.ts';
import { closeWindow } from './close-window.ts';
import type { CommandContext } from './context.ts';
import {
  type CredentialContext,
  concernsOpened,
  type Opened,
  readOpened,
  sessionKey,
  tokenKey,
} from './known-credentials.ts';
import { joinAsOwner } from './owner.ts';
import { createRemembered } from './remembered.ts';
import { type Roster, readRoster, visitorIn } from './roster.ts';

export type GateContext = CredentialContext &
  Pick<CommandContext, 'bus'> & {
    /** What is remembered of access is forgotten by these. */
    readonly access: AccessChanges;
  };

/** Sessions and tokens remembered: everybody of several large conferences, at some 500 bytes each. */
const CREDENTIALS = 20_000;

/** People in the documents remembered, at some 500 bytes each. */
const PEOPLE = 50_000;

const NOBODY: readonly Account[] = [];

/**
 * Admits people to documents: by their newest account that participates there, the owner always. What it reads it
 * remembers until the store's writer changes it (R33); what ends by time is held against the clock at every look.
 */
export function createGatekeeper(context: GateContext): Gatekeeper {
  const { store, clock, secrets } = context;
  const { rows } = store;
  const credentials = createRemembered<string, Opened>(CREDENTIALS);
  const rosters = createRemembered<DocumentId, Roster>(PEOPLE, ({ participants }) => 1 + participants.size);
  let changes = 0;

  context.access.subscribe((batch) => {
    changes += 1;
    credentials.changed((key, opened) => batch.some((change) => concernsOpened(change, key, opened)));
    rosters.changed((documentId) =>
      batch.some((change) => 'documentId' in change && change.documentId === documentId),
    );
  });

  /** Answers by what stood still from the first look to the last: whatever a change overtook is judged again. */
  const settled = async <Answer>(judge: () => Promise<Answer>): Promise<Answer> => {
    for (;;) {
      const before = changes;
      const answer = await judge();
      if (changes === before) return answer;
    }
  };

  const keyOf = ({ cookie, bearer }: Credentials): string | null => {
    if (bearer !== null) return tokenKey(secrets.hash(bearer));
    return cookie === null ? null : sessionKey(secrets.hash(cookie));
  };

  const read = (key: string, given: Credentials): Promise<Opened | null> =>
    credentials.get(key, () => readOpened(context, given));

  const accountsOf = async (given: Credentials): Promise<readonly Account[] | 'unknown-credentials'> => {
    const key = keyOf(given);
    if (key === null) return NOBODY;
    const opened = credentials.peek(key) ?? (await read(key, given));
    if (opened === null) return given.bearer === null ? NOBODY : 'unknown-credentials';
    return opened.until === null || opened.until > clock.now() ? opened.accounts : NOBODY;
  };

  /**
   * Closes a window that is over. False where nothing can be stored: then people read on, and whoever would write
   * meets the closing again, in their own act.
   */
  const closed = async (documentId: DocumentId): Promise<boolean> => {
    try {
      await closeWindow(context, documentId);
      return true;
    } catch (error) {
      if (troubleOf(error) === null) throw error;
      return false;
    }
  };

  /** `reading`: one visitor is judged once more where something changed meanwhile, but a closing is tried once only. */
  const judge = async (
    given: Credentials,
    documentId: DocumentId,
    reading: { on: boolean },
  ): ReturnType<Gatekeeper['admit']> => {
    const accounts = await accountsOf(given);
    if (accounts === 'unknown-credentials') return accounts;
    let roster =
      rosters.peek(documentId) ?? (await rosters.get(documentId, () => readRoster(rows, documentId)));
    if (roster !== null && !reading.on && windowIsOver(roster.document, clock.now())) {
      reading.on = !(await closed(documentId));
      roster = await readRoster(rows, documentId);
    }
    if (roster === null) return 'no-document';
    for (const account of accounts) {
      const visitor = visitorIn(roster, account.id);
      if (visitor !== null) return visitor;
      if (account.owner) {
        const participant = await joinAsOwner(context, account, roster.document);
        return await asParticipant(context, roster.document, participant);
      }
    }
    return roster.outsider;
  };

  return {
    accountsOf: (given) => settled(() => accountsOf(given)),
    async endsAt(cookie) {
      const key = sessionKey(secrets.hash(cookie));
      const opened = credentials.peek(key) ?? (await read(key, { cookie, bearer: null }));
      const until = opened?.until ?? null;
      return until !== null && until > clock.now() ? until : null;
    },
    admit(given, documentId) {
      const reading = { on: false };
      return settled(() => judge(given, documentId, reading));
    },
  };
}

/** Somebody known to be this participant, judged. */
export async function asParticipant(
  { store }: Pick<GateContext, 'store'>,
  document: OutcomeDocument,
  participant: NonNullable<Visitor['participant']>,
): Promise<Visitor> {
  const delegation = await store.rows.delegations.find(participant.delegationId);
  if (delegation === null) throw new Error(`participant ${participant.id} has no delegation`);
  const actor = { role: participant.role, constituency: delegation.constituency };
  return { document, participant, delegation, actor, abilities: abilities(actor, document) };
}
