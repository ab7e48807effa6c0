import type { DocumentId, IsoTime, ParticipantId } from '../../shared/model/ids.ts';
import type { MailFrequency } from '../../shared/model/mail.ts';

/** A mail, ready to go: plain text. */
export interface Mail {
  /** Without angle brackets. The same again when a mail is sent again, so that receivers can tell. */
  readonly messageId: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  /** Address of the one-click unsubscription (RFC 8058), or null. */
  readonly unsubscribe: string | null;
}

/** What became of handing a mail over. `refused`: for good; `unavailable`: try again later. */
export type Sending =
  | { readonly outcome: 'sent' }
  | { readonly outcome: 'refused' | 'unavailable'; readonly detail: string };

/** Hands mails to a mail server. Never throws for what a network or a server may do. */
export interface MailPort {
  send(mail: Mail): Promise<Sending>;
  close(): void;
}

/** How one participant wants to be written to. */
export interface MailSetting {
  readonly participantId: ParticipantId;
  readonly documentId: DocumentId;
  readonly address: string;
  readonly frequency: MailFrequency;
  /** When the address was confirmed; null: nothing but the question goes there. */
  readonly confirmedAt: IsoTime | null;
  /** When the last mail with notices was written; null before the first. */
  readonly mailedAt: IsoTime | null;
  /** Seq of the last notice that was mailed or is too old to be. */
  readonly mailedUpTo: number;
  /** Why the last mail was refused for good; null while all is well. */
  readonly problem: string | null;
}

/** A mail that waits to be sent. */
export interface OutboxMail extends Mail {
  readonly participantId: ParticipantId;
  readonly createdAt: IsoTime;
  /** How often it was tried, and when it may be tried next. */
  readonly tries: number;
  readonly nextTryAt: IsoTime;
}

/** Contract: test/contract/mail.ts. */
export interface MailSettingRows {
  find(participantId: ParticipantId): Promise<MailSetting | null>;
  /** Confirmed ones that want mail. */
  active(): Promise<readonly MailSetting[]>;
  /** Writes one, new or not. */
  save(setting: MailSetting): Promise<void>;
}

export interface OutboxRows {
  /** Those whose time has come, oldest first, at most `limit`. */
  due(now: IsoTime, limit: number): Promise<readonly OutboxMail[]>;
  insert(mail: OutboxMail): Promise<void>;
  /** Puts one off. */
  putOff(messageId: string, tries: number, nextTryAt: IsoTime): Promise<void>;
  delete(messageId: string): Promise<void>;
  /** Drops what waits for somebody. */
  deleteOf(participantId: ParticipantId): Promise<void>;
}
