import type { Phase } from '../model/document.ts';
import type { Notice, NoticeReason } from '../model/notice.ts';
import { notices } from './en/notices.ts';
import { terms } from './en/terms.ts';
import { isolated } from './isolated.ts';
import { momentInUtc, momentInZone } from './moments.ts';
import { sentenceOf } from './notice-words.ts';

/*
 * Mails in words: plain text, in English. They name who and where and never what was written. They stand apart from
 * the catalogue's index, which every browser loads.
 */

export interface Written {
  readonly subject: string;
  readonly text: string;
}

/** One notice of a mail. */
export interface MailedNotice {
  readonly reason: NoticeReason;
  readonly noun: Notice['noun'];
  readonly who: string | null;
  readonly kind: string | null;
  readonly label: string;
  /** A version's name, or a phase. */
  readonly name: string;
  /** Of a silence that was extended: which deadline became which. */
  readonly moved?: { readonly from: string; readonly to: string };
  readonly link: string;
}

/** One line whatever it holds: names and titles come from people. */
const line = (text: string): string => text.replace(/\s+/gu, ' ').trim();

/** Puts values for the `{{…}}` of a sentence. */
const fill = (sentence: string, values: Readonly<Record<string, string>>): string =>
  sentence.replace(/\{\{(\w+)\}\}/g, (_, name: string) => isolated(values[name] ?? '', 'ltr'));

function sentence(notice: MailedNotice): string {
  const name = notice.reason === 'phase-changed' ? terms.phase[notice.name as Phase] : notice.name;
  const who = line(notice.who ?? notices.somebody);
  const said = fill(notices.reason[sentenceOf(notice)], { who, name: line(name) });
  return notice.label === ''
    ? said
    : `${said} (${fill(notices.paragraph, { label: notice.label }).toLowerCase()})`;
}

/** Mails do not know where their reader is: as everywhere, UTC and New York (rule V85). */
const NEW_YORK = 'America/New_York';

function moment(iso: string): string {
  const there = momentInZone(iso, 'en-GB', NEW_YORK);
  return `${momentInUtc(iso, 'en-GB')}${there === null ? '' : ` (${there})`}`;
}

const told = (notice: MailedNotice): string =>
  [
    sentence(notice),
    ...(notice.moved === undefined
      ? []
      : [fill(notices.moved, { from: moment(notice.moved.from), to: moment(notice.moved.to) })]),
    notice.link,
  ].join('\n');

/** The mail that asks whether an address is right. Nothing else goes there before. */
export const confirmationMail = (title: string, link: string): Written => ({
  subject: `Confirm your address for ${isolated(line(title), 'ltr')}`,
  text: [
    `Somebody, probably you, asked for notices about “${isolated(line(title), 'ltr')}” at this address.`,
    'If it was you, open this link to confirm it:',
    link,
    'If it was not, do nothing: no further mail will come.',
    '',
  ].join('\n\n'),
});

export interface Digest {
  readonly title: string;
  readonly notices: readonly MailedNotice[];
  /** How many more there are than the mail names. */
  readonly more: number;
  /** Page of all notices. */
  readonly page: string;
  readonly stop: string;
}

/** The mail that tells of notices. */
export function digestMail({ title, notices: named, more, page, stop }: Digest): Written {
  const count = named.length + more;
  const [first] = named;
  const subject = count === 1 && first !== undefined ? sentence(first) : `${count} new notices`;
  return {
    subject: `${isolated(line(title), 'ltr')}: ${subject}`,
    text: [
      ...named.map(told),
      ...(more === 0 ? [] : [`And ${more} more.`]),
      `All notices: ${page}`,
      `No more mail about this document: ${stop}`,
      '',
    ].join('\n\n'),
  };
}
