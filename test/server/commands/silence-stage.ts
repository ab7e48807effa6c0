import type { LightMyRequestResponse } from 'fastify';
import { expect } from 'vitest';
import { verify } from '../../../server/audit/verify.ts';
import type { SilencesAnswer } from '../../../shared/api/silence.ts';
import type { AuditEntry } from '../../../shared/model/audit.ts';
import type { OutcomeDocument } from '../../../shared/model/document.ts';
import type { HarnessOptions } from '../harness.ts';
import { createRegisterStage, type RegisterStage } from '../register-stage.ts';

export const HOUR = 3_600_000;
export const DAYS = 24 * HOUR;

type Who = Parameters<RegisterStage['as']>[0];
type Answer = Promise<LightMyRequestResponse>;

/** A document in negotiation with one version, and short ways to ask whether it is agreed. */
export interface SilenceStage extends RegisterStage {
  /** Id of the version. */
  readonly version: string;
  /** As many milliseconds from now. */
  later(ms: number): string;
  /** Opens a silence procedure; one of four days unless a deadline is given. */
  open(deadline?: unknown, more?: object): Answer;
  /** The row of one that was opened. */
  opened(deadline?: string): Promise<{ readonly id: string; readonly deadline: string }>;
  /** Objects to it; the delegate does unless another is named. */
  object(silence: string, who?: Who, body?: object): Answer;
  document(): Promise<OutcomeDocument>;
  silences(): Promise<SilencesAnswer['silences']>;
  log(): Promise<readonly AuditEntry[]>;
  /** Time passes, and what was due is done. */
  pass(ms: number): Promise<void>;
}

/** Its `close` checks the record, too. */
export async function createSilenceStage(options: HarnessOptions = {}): Promise<SilenceStage> {
  const stage = await createRegisterStage({ phase: 'negotiation' }, options);
  const { harness, as } = stage;
  const version = (await as('facilitator', 'GET', '/versions')).json().versions.at(-1).id;
  const later = (ms: number): string => new Date(Date.parse(harness.clock.now()) + ms).toISOString();
  const open: SilenceStage['open'] = (deadline = later(4 * DAYS), more = {}) =>
    as('facilitator', 'POST', '/silences', { version, deadline, ...more });
  return {
    ...stage,
    ...{ version, later, open },
    opened: async (deadline) => (await open(deadline)).json().entry.row,
    object: (silence, who = 'delegate', body = {}) =>
      as(who, 'POST', `/silences/${silence}/objections`, {
        places: [{ paragraph: stage.paragraph }],
        reason: 'It goes beyond what was agreed.',
        ...body,
      }),
    document: async () => (await as('facilitator', 'GET', '')).json().document,
    silences: async () => (await as('facilitator', 'GET', '/silences')).json().silences,
    log: () => harness.store.rows.audit.read(stage.id as never, 0, 200),
    async pass(ms) {
      harness.clock.turn(ms);
      // The timer's transaction has no promise to wait for; the next one comes behind it.
      await harness.store.transact(async () => undefined);
    },
    async close() {
      expect((await verify(harness.store)).flatMap(({ findings }) => findings)).toEqual([]);
      await stage.close();
    },
  };
}
