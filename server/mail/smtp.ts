import { createTransport } from 'nodemailer';
import type { Mail, MailPort, Sending } from '../ports/mail.ts';

/** Where mail is handed over, and in whose name. */
export interface SmtpOptions {
  /** `smtp://user:password@host:587` or `smtps://…`. */
  readonly url: string;
  /** `Name <address>` or an address. */
  readonly from: string;
}

/** Longest waits for a mail server, in ms: to connect, for its greeting, and for any answer. */
const CONNECT = 15_000;
const GREETING = 15_000;
const ANSWER = 60_000;

interface SmtpError extends Error {
  readonly responseCode?: number;
  readonly command?: string;
}

/**
 * A mail was refused for good when the server said so (5xx) about this receiver or these words. Everything else,
 * wrong passwords included, is a trouble of the server and may pass.
 */
function failureOf(error: SmtpError): Sending {
  const { responseCode = 0, command = '', message } = error;
  const detail = message.replace(/\s+/g, ' ').slice(0, 300);
  const forGood = responseCode >= 500 && (command === 'RCPT TO' || command === 'DATA');
  return { outcome: forGood ? 'refused' : 'unavailable', detail };
}

/** Sends by SMTP (RFC 5321), encrypted by STARTTLS where the server offers it. */
export function createSmtpMail({ url, from }: SmtpOptions): MailPort {
  const transport = createTransport({
    url,
    connectionTimeout: CONNECT,
    greetingTimeout: GREETING,
    socketTimeout: ANSWER,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    async send({ messageId, to, subject, text, unsubscribe }: Mail) {
      try {
        await transport.sendMail({
          from,
          to: { name: '', address: to },
          subject,
          text,
          messageId: `<${messageId}>`,
          headers: {
            // Nobody's absence note answers to a machine (RFC 3834).
            'Auto-Submitted': 'auto-generated',
            ...(unsubscribe === null
              ? {}
              : {
                  'List-Unsubscribe': `<${unsubscribe}>`,
                  'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
                }),
          },
        });
        return { outcome: 'sent' };
      } catch (error) {
        return failureOf(error as SmtpError);
      }
    },
    close: () => transport.close(),
  };
}
