import { expect } from 'vitest';
import type { RegisterEntry } from '../../shared/model/register.ts';
import type { Version } from '../../shared/model/version.ts';
import type { Person } from './browser.ts';

/** What stories of inputs ask the API for, as the person's own page would. */
export async function said<Answer>(
  person: Person,
  method: string,
  path: string,
  data?: unknown,
): Promise<Answer> {
  const answer = await person.api(method, path, data);
  expect(answer.status(), await answer.text()).toBeLessThan(300);
  return (await answer.json()) as Answer;
}

export const latestVersion = (person: Person, documentId: string): Promise<Version> =>
  said<Version>(person, 'GET', `/api/documents/${documentId}/versions/latest`);

/** A comment on a paragraph of the latest version, or on the whole of it. Answers the comment's id. */
export async function comments(
  person: Person,
  documentId: string,
  text: string,
  paragraph: string | null = null,
  more: object = {},
): Promise<string> {
  const anchor =
    paragraph === null
      ? { scope: 'text', text: 'latest' }
      : { scope: 'paragraph', text: 'latest', paragraph };
  const { entry } = await said<{ entry: RegisterEntry }>(
    person,
    'POST',
    `/api/documents/${documentId}/comments`,
    { on: { noun: 'text', anchor }, text, ...more },
  );
  return entry.id;
}
