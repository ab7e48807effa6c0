/** How often somebody wants notices by mail. */
export const MAIL_FREQUENCIES = ['off', 'daily', 'each'] as const;
export type MailFrequency = (typeof MAIL_FREQUENCIES)[number];
