import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import type { DocumentId } from '../../shared/model/ids.ts';
import type { RegisterEntry } from '../../shared/model/register.ts';
import { newPerson, type Person } from './browser.ts';
import { said } from './inputs.ts';

/** The matrix as people use it: by the words that its cells say of themselves. */
export const matrix = (page: Page): Locator => page.getByRole('grid', { name: 'Positions by paragraph' });
export const cell = (page: Page, name: string | RegExp): Locator =>
  matrix(page).getByRole('gridcell', { name });
export const panel = (page: Page): Locator =>
  page.getByRole('complementary', { name: 'Who is behind the cell' });

/** A part of the text, in the notation of plain files: numbered paragraphs parted by blank lines. */
const TEXT = (second: string): string =>
  [
    'Story of positions',
    'I. The whole of it',
    '1. We recognize that access to knowledge remains uneven within and between countries.',
    `2. ${second}`,
    '3. We decide to meet again before the end of the decade.',
  ].join('\n\n');
export const BEFORE = TEXT('We commit ourselves to report on progress every two years to all parties.');
export const AFTER = TEXT('We commit ourselves to report on progress every single year to all parties.');

/** Publishes a text as the next version. */
export async function publish(
  facilitator: Person,
  id: DocumentId,
  text: string,
  stage: string,
  name: string,
): Promise<void> {
  const form = new FormData();
  form.append('file', new Blob([text]), 'text.txt');
  const cookies = await facilitator.context.cookies();
  const answer = await fetch(
    `${facilitator.origin}/api/documents/${id}/import?${new URLSearchParams({ as: 'version', stage, name })}`,
    {
      method: 'POST',
      headers: {
        origin: facilitator.origin,
        cookie: cookies.map((cookie) => `${cookie.name}=${cookie.value}`).join('; '),
      },
      body: form,
    },
  );
  expect(answer.status, await answer.clone().text()).toBeLessThan(300);
}

/** Somebody who was invited to speak for a delegation, at a browser of their own. */
export async function invite(
  browser: Browser,
  facilitator: Person,
  id: DocumentId,
  who: { readonly name: string; readonly delegation: string; readonly region: string },
  options: BrowserContextOptions,
): Promise<Person & { readonly delegationId: string }> {
  const { participant, token } = await said<{ participant: { delegationId: string }; token: string }>(
    facilitator,
    'POST',
    `/api/documents/${id}/invitations`,
    {
      name: who.name,
      role: 'delegate',
      delegation: { name: who.delegation, constituency: 'government', region: who.region },
    },
  );
  const person = await newPerson(browser, facilitator.origin, options);
  await said(person, 'POST', '/api/session', { token });
  return { ...person, delegationId: participant.delegationId };
}

/** A group whose first member speaks for it. Answers its id. */
export async function group(
  facilitator: Person,
  id: DocumentId,
  name: string,
  members: readonly string[],
): Promise<string> {
  const { entry } = await said<{ entry: RegisterEntry }>(facilitator, 'POST', `/api/documents/${id}/groups`, {
    name,
    members: members.map((delegationId) => ({ delegationId })),
    spokesperson: members[0],
  });
  return entry.id;
}
