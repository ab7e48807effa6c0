import type { LightMyRequestResponse } from 'fastify';
import type { Phase } from '../../shared/model/document.ts';
import type { Role } from '../../shared/model/participant.ts';
import {
  ADMIN,
  createHarness,
  everyRole,
  type Harness,
  type HarnessOptions,
  type Member,
  newDocument,
  send,
  setPhase,
  write,
} from './harness.ts';

/** The one numbered paragraph of the stage's text. */
export const WORDS = 'We decide to meet again in the spring.';

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH';

/** A document in drafting with one version, a person of every role, and short ways to ask. */
export interface RegisterStage {
  readonly harness: Harness;
  readonly id: string;
  readonly people: Record<Role, Member>;
  /** Id of the paragraph that says `WORDS`. */
  readonly paragraph: string;
  /** A second person of the delegation of a role, or one of a delegation of their own. */
  invite(role: Role, delegation?: string): Promise<Member>;
  as(
    who: Role | Member | null,
    method: Method,
    path: string,
    body?: object,
    headers?: Record<string, string>,
  ): Promise<LightMyRequestResponse>;
  /** Writes a comment and answers its entry; fails where it is refused. */
  comment(who: Role | Member, body?: object): Promise<Entry>;
  close(): Promise<void>;
}

export interface Entry {
  readonly id: string;
  readonly seq: number;
  readonly revision: number;
  readonly row: Record<string, unknown> & { readonly by: { readonly delegationId: string } };
}

export const WHOLE = { noun: 'text', anchor: { scope: 'text', text: 'latest' } };

const CONSTITUENCY: Partial<Record<Role, string>> = {
  drafter: 'technical-community',
  delegate: 'government',
  stakeholder: 'civil-society',
  observer: 'academia',
};

export async function createRegisterStage(
  settings: { readonly workingText?: string; readonly register?: string; readonly phase?: Phase } = {},
  options: HarnessOptions = {},
): Promise<RegisterStage> {
  const harness = await createHarness(options);
  const { phase = 'drafting', ...audiences } = settings;
  const id = await newDocument(harness, { workingText: 'participants', register: 'public', ...audiences });
  const people = await everyRole(harness, id);
  await write(harness, id, people.drafter.id, WORDS);
  const path = `/api/documents/${id}`;
  await send(harness, ADMIN, 'POST', `${path}/versions`, { stage: 'zero', name: 'Zero draft' });
  await setPhase(harness, id, phase);
  const { paragraphs } = (await send(harness, ADMIN, 'GET', `${path}/text`)).json();
  const paragraph = paragraphs.find(({ text }: { text: string }) => text === WORDS).id;
  const as: RegisterStage['as'] = (who, method, at, body, headers) => {
    const token = who === null ? null : typeof who === 'string' ? people[who].token : who.token;
    return send(harness, token, method, path + at, body, headers);
  };
  return {
    harness,
    id,
    people,
    paragraph,
    as,
    async invite(role, delegation = `Delegation of ${role}`) {
      const answer = await send(harness, ADMIN, 'POST', `${path}/invitations`, {
        name: `Another ${role}`,
        role,
        delegation: { name: delegation, constituency: CONSTITUENCY[role] ?? null },
      });
      return { id: answer.json().participant.id, token: answer.json().token };
    },
    async comment(who, body = {}) {
      const answer = await as(who, 'POST', '/comments', { on: WHOLE, text: 'Why?', ...body });
      if (answer.statusCode !== 201) throw new Error(answer.body);
      return answer.json().entry;
    },
    close: () => harness.close(),
  };
}

/** Status and code of an answer, to compare. */
export const outcome = (answer: LightMyRequestResponse): readonly [number, string | undefined] => [
  answer.statusCode,
  answer.json().code,
];
