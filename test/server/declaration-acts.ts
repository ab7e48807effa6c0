import { expect } from 'vitest';
import { declarationsAnswer } from '../../shared/api/declaration.ts';
import type { Member } from './harness.ts';
import type { RegisterStage } from './register-stage.ts';

type Who = Parameters<RegisterStage['as']>[0];

/** What stories of declarations do on a stage, over HTTP. */
export function declarationActs(stage: RegisterStage) {
  const wanted = (more: object = {}) => ({
    kind: 'reservation',
    objects: [{ on: 'paragraph', paragraph: stage.paragraph }],
    statement: { language: 'en', text: 'We reserve our position.' },
    ...more,
  });
  const attempt = (who: Who, more?: object) => stage.as(who, 'POST', '/declarations', wanted(more));
  return {
    /** What is sent: a reservation on the paragraph, but for what is said otherwise. */
    wanted,
    attempt,
    async file(who: Who, more?: object) {
      const answer = await attempt(who, more);
      expect(answer.statusCode, answer.body).toBe(201);
      return answer.json().entry;
    },
    async ask(query: string) {
      const answer = await stage.as(null, 'GET', `/declarations?${query}`);
      expect(answer.statusCode, answer.body).toBe(200);
      // The answer is sent as it was written once: that it has its shape is seen to here.
      expect(declarationsAnswer.safeParse(answer.json()).error).toBeUndefined();
      return answer.json();
    },
    delegationOf: async (member: Member) => (await stage.comment(member)).row.by.delegationId,
    later: (minutes: number) => stage.harness.clock.turn(minutes * 60_000),
  };
}
export type DeclarationActs = ReturnType<typeof declarationActs>;
