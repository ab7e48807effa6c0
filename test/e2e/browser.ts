import {
  type APIResponse,
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  chromium,
  type Page,
} from 'playwright-core';
import { expect } from 'vitest';
import { findChromium } from '../../scripts/chromium.mjs';
import type { Role } from '../../shared/model/participant.ts';
import { settled, watchRequests } from './settled.ts';

/**
 * Features of Chromium that stories go without. Of two such lists it heeds the last one only: Playwright's own
 * (1.65) stand here again.
 */
const FEATURES_OFF = [
  // Suggestions of the address bar that nobody sees: each window had a process for them, 0.65 s of processor.
  'WebUIOmniboxPopup',
  'WebUIOmniboxAimPopup',
  'AimEnabled',
  'AvoidCorsURLLoaderRestartOnRedirect',
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsFirstBalancedModeAutoEnable',
  'HttpsUpgrades',
  'LensOverlay',
  'MediaRouter',
  'NetworkTimeServiceQuerying',
  'OptimizationHints',
  'PaintHolding',
  'PreconnectToSearch',
  'TcpPortRandomizationWin',
  'ThirdPartyStoragePartitioning',
];

/** Everything a browser would do on its own besides what the test asks is off. */
const FLAGS = [
  `--disable-features=${FEATURES_OFF.join(',')}`,
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

let launched: Promise<Browser> | null = null;

/**
 * The browser of this process, launched at the first call and ended with the process: stories that follow one another
 * share it. Whoever closes it gets a new one at the next call.
 */
export async function launchBrowser(): Promise<Browser> {
  const before = await launched;
  if (before?.isConnected()) return before;
  const executablePath = findChromium();
  if (executablePath === undefined) throw new Error('no Chromium found: set CHROMIUM_PATH');
  launched = chromium.launch({ executablePath, args: FLAGS });
  return launched;
}

/** Somebody at a browser of their own: own cookies, own storage, own page. */
export interface Person {
  readonly page: Page;
  readonly context: BrowserContext;
  readonly origin: string;
  /** Asks the API as this person, like the page would. */
  api(method: string, path: string, data?: unknown): Promise<APIResponse>;
  /** Resolves when the page has what it asked for: nothing is being fetched and nothing stands in the place of what comes. */
  settled(): Promise<void>;
  /** Errors on the console that this story brings about on purpose (a cut line, say). */
  expectProblems(pattern: RegExp): void;
  /** Closes the browser's window and fails if the console saw an error or the page broke its content policy. */
  leave(): Promise<void>;
}

/** Somebody whose browser is open, for whoever has to tell what stood there when a story failed. */
export interface Present {
  readonly page: Page;
  /** Errors on the console, the expected ones too. */
  readonly problems: readonly string[];
  /** Addresses that were asked for and have not answered. */
  readonly waitsFor: () => readonly string[];
  /** The story that brought them; undefined where it was what comes before all of a file. */
  readonly story: string | undefined;
}

const PRESENT = new Set<Present>();

/** Everybody whose browser is open in this process. */
export const everybodyPresent = (): readonly Present[] => [...PRESENT];

/** Tells content-policy violations on the console, where the test listens. Runs in the page. */
const TELL_VIOLATIONS = `document.addEventListener('securitypolicyviolation', (event) =>
  console.error('content policy: ' + event.violatedDirective + ' ' + event.blockedURI + ' ' + event.sourceFile))`;

export async function newPerson(
  browser: Browser,
  origin: string,
  options: BrowserContextOptions = {},
): Promise<Person> {
  const context = await browser.newContext({ reducedMotion: 'reduce', locale: 'en-GB', ...options });
  await context.addInitScript(TELL_VIOLATIONS);
  const page = await context.newPage();
  const requests = watchRequests(page);
  const problems: string[] = [];
  const expected: RegExp[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(`${message.text()} (${message.location().url})`);
  });
  page.on('pageerror', (error) => problems.push(`uncaught: ${error.stack ?? error.message}`));
  const present = { page, problems, waitsFor: requests.open, story: expect.getState().currentTestName };
  PRESENT.add(present);
  context.on('close', () => PRESENT.delete(present));
  return {
    page,
    context,
    origin,
    api: (method, path, data) =>
      context.request.fetch(`${origin}${path}`, {
        method,
        headers: { origin },
        ...(data === undefined ? {} : { data }),
      }),
    settled: () => settled(page, requests),
    expectProblems: (pattern) => expected.push(pattern),
    leave: async () => {
      await context.close();
      const unexpected = problems.filter((text) => !expected.some((pattern) => pattern.test(text)));
      expect(unexpected).toEqual([]);
    },
  };
}

/** A line that is cut shows on the console of every browser. */
export const CUT_LINE = /net::ERR_|WebSocket connection to/;

/** One of the people of the sample document. */
export interface SamplePerson {
  readonly key: string;
  readonly name: string;
  readonly role: Role;
  readonly delegation: string;
}

/** What a demonstration server offers: the sample document and its people. */
export async function sample(
  origin: string,
): Promise<{ readonly documentId: string; readonly people: readonly SamplePerson[] }> {
  const answer = await fetch(`${origin}/api/demo`);
  expect(answer.status).toBe(200);
  return (await answer.json()) as { documentId: string; people: SamplePerson[] };
}

/** Opens a browser for the n-th sample person of a role (from 0) and signs in. */
export async function enterAs(
  browser: Browser,
  origin: string,
  role: Role,
  nth = 0,
  options: BrowserContextOptions = {},
): Promise<Person & { readonly who: SamplePerson; readonly documentId: string }> {
  const { documentId, people } = await sample(origin);
  const who = people.filter((person) => person.role === role)[nth];
  if (who === undefined) throw new Error(`the sample has no ${role} number ${nth}`);
  const person = await newPerson(browser, origin, options);
  const answer = await person.api('POST', '/api/demo/enter', { key: who.key });
  expect(answer.status(), await answer.text()).toBe(200);
  return { ...person, who, documentId };
}
