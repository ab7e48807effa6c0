import { fail, ok, type Result } from '../shared/model/result.ts';
import { isLoopback } from './http/origin.ts';
import { SOCKETS_PER_ADDRESS } from './ws/door-limits.ts';

/** Everything that is set from outside. */
export interface Config {
  readonly port: number;
  readonly host: string;
  readonly dataDir: string;
  /** Origin without a trailing slash, or null. */
  readonly publicUrl: string | null;
  readonly adminToken: string | null;
  /** Opens `/metrics` from other machines; null: ADMIN_TOKEN alone does. */
  readonly metricsToken: string | null;
  readonly demo: boolean;
  /** Null: not said, so it depends on who reads the log. */
  readonly logLevel: string | null;
  /** The server that takes mail, and in whose name; null: no mail is sent. */
  readonly mail: { readonly url: string; readonly from: string } | null;
  /** Open sockets that one address may have. */
  readonly connectionsPerAddress: number;
}

/** Least characters of ADMIN_TOKEN and METRICS_TOKEN: 32 hex digits are 128 bits. */
const TOKEN_LENGTH = 32;

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'];

type Environment = Readonly<Record<string, string | undefined>>;
type Read<Value> = Result<Value, string>;

/**
 * Reads the environment. The failure is one line that names the variable and says what it must be. An empty variable
 * counts as absent, as shells and container files often leave it.
 */
export function readConfig(environment: Environment): Read<Config> {
  const given = (name: string): string | null => environment[name]?.trim() || null;
  const host = given('HOST') ?? '127.0.0.1';
  const port = readPort(given('PORT'));
  if (!port.ok) return port;
  for (const name of ['DATABASE_URL', 'REDIS_URL'])
    if (given(name) !== null)
      return fail(`${name}: this release runs on one node with its embedded database; leave it out`);
  const publicUrl = readPublicUrl(given('PUBLIC_URL'));
  if (!publicUrl.ok) return publicUrl;
  const adminToken = readToken('ADMIN_TOKEN', given('ADMIN_TOKEN'));
  if (!adminToken.ok) return adminToken;
  const metricsToken = readToken('METRICS_TOKEN', given('METRICS_TOKEN'));
  if (!metricsToken.ok) return metricsToken;
  const demo = given('DEMO');
  if (demo !== null && demo !== 'on' && demo !== 'off')
    return fail(`DEMO: must be on or off, not ${JSON.stringify(demo)}`);
  const logLevel = given('LOG_LEVEL');
  if (logLevel !== null && !LOG_LEVELS.includes(logLevel))
    return fail(`LOG_LEVEL: must be one of ${LOG_LEVELS.join(', ')}`);
  const mail = readMail(given('SMTP_URL'), given('MAIL_FROM'), publicUrl.value);
  if (!mail.ok) return mail;
  const connectionsPerAddress = readConnections(given('CONNECTIONS_PER_ADDRESS'));
  if (!connectionsPerAddress.ok) return connectionsPerAddress;
  return ok({
    port: port.value,
    host,
    dataDir: given('DATA_DIR') ?? './data',
    publicUrl: publicUrl.value,
    adminToken: adminToken.value,
    metricsToken: metricsToken.value,
    demo: demo === null ? isLoopback(host) && publicUrl.value === null : demo === 'on',
    logLevel,
    mail: mail.value,
    connectionsPerAddress: connectionsPerAddress.value,
  });
}

/** The error never repeats what may be most of a token. */
const readToken = (name: string, token: string | null): Read<string | null> =>
  token !== null && (token.length < TOKEN_LENGTH || /\s/.test(token))
    ? fail(`${name}: must have at least ${TOKEN_LENGTH} characters and no spaces`)
    : ok(token);

/** `Name <address>` or an address alone, on one line. */
const MAIL_FROM = /^(?:[^<>\p{Cc}]*<[^\s<>@]+@[^\s<>@]+>|[^\s<>@]+@[^\s<>@]+)$/u;

/** A password may stand in SMTP_URL, so no error repeats it. */
function readMail(url: string | null, from: string | null, publicUrl: string | null): Read<Config['mail']> {
  if (url === null) return from === null ? ok(null) : fail('SMTP_URL: is needed with MAIL_FROM');
  const parsed = URL.canParse(url) ? new URL(url) : null;
  if (parsed === null || !/^smtps?:$/.test(parsed.protocol) || parsed.hostname === '')
    return fail('SMTP_URL: must be an address such as smtp://user:password@mail.example.org:587');
  if (from === null || !MAIL_FROM.test(from))
    return fail('MAIL_FROM: must be a sender such as Sounding Board <board@example.org>');
  if (publicUrl === null) return fail('PUBLIC_URL: is needed with SMTP_URL, for the links in mails');
  return ok({ url, from });
}

function readConnections(text: string | null): Read<number> {
  if (text === null) return ok(SOCKETS_PER_ADDRESS);
  return /^[1-9]\d{0,5}$/.test(text)
    ? ok(Number(text))
    : fail(`CONNECTIONS_PER_ADDRESS: must be a number from 1 to 999999, not ${JSON.stringify(text)}`);
}

function readPort(text: string | null): Read<number> {
  if (text === null) return ok(8080);
  const port = Number(text);
  return /^\d+$/.test(text) && port <= 65_535
    ? ok(port)
    : fail(`PORT: must be a number from 0 to 65535, not ${JSON.stringify(text)}`);
}

function readPublicUrl(text: string | null): Read<string | null> {
  if (text === null) return ok(null);
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url === null || !/^https?:$/.test(url.protocol) || url.username !== '')
    return fail(
      `PUBLIC_URL: must be an address such as https://text.example.org, not ${JSON.stringify(text)}`,
    );
  if (url.pathname !== '/' || url.search !== '' || url.hash !== '')
    return fail('PUBLIC_URL: must be an address without a path; the server answers at its root');
  return ok(url.origin);
}
