import type { LightMyRequestResponse } from 'fastify';
import { readGone, readHeld, readTies } from '../../client/api/positions/read-held.ts';
import { type PositionsAnswer, positionsAnswer } from '../../shared/api/position.ts';
import type { HeldPosition } from '../../shared/domain/held-position.ts';
import { holderKey } from '../../shared/model/holder.ts';
import type { Constituency, Region } from '../../shared/model/participant.ts';
import { TEXT_NAME } from '../../shared/text/marker.ts';
import { readParagraphs } from '../../shared/text/read.ts';
import {
  ADMIN,
  createHarness,
  type Harness,
  newDocument,
  newMember,
  send,
  setPhase,
  write,
} from './harness.ts';

/** Somebody of a delegation of their own. */
export interface Envoy {
  readonly id: string;
  readonly token: string;
  readonly delegation: string;
}

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH';

/** A document in negotiation with paragraphs, and short ways to say where delegations stand. */
export interface PositionStage {
  readonly harness: Harness;
  readonly id: string;
  /** Whoever writes the working text. */
  readonly drafter: string;
  as(
    who: Envoy | null,
    method: Method,
    path: string,
    body?: object,
    headers?: Record<string, string>,
  ): Promise<LightMyRequestResponse>;
  /** `role` is that of a government's person unless another is given. */
  envoy(name: string, constituency?: Constituency, region?: Region | null): Promise<Envoy>;
  group(name: string, members: readonly Envoy[], spokesperson?: Envoy | null): Promise<string>;
  publish(): Promise<string>;
  /** Ids of the working text's paragraphs that say something, in order. */
  paragraphs(): Promise<string[]>;
  read(query?: string): Promise<Read>;
  close(): Promise<void>;
}

export interface Read extends PositionsAnswer {
  readonly cells: readonly HeldPosition[];
  readonly taken: ReturnType<typeof readGone>;
  readonly speaking: ReturnType<typeof readTies>;
}

export async function createPositionStage(words: readonly string[]): Promise<PositionStage> {
  const harness = await createHarness();
  const id = await newDocument(harness, { workingText: 'participants', register: 'public' });
  const drafter = await newMember(harness, id, 'drafter');
  for (const text of words) await write(harness, id, drafter.id, text);
  await setPhase(harness, id, 'negotiation');
  const path = `/api/documents/${id}`;
  let versions = 0;
  const cells = ({ parts }: PositionsAnswer): HeldPosition[] => {
    const all = new Map<string, HeldPosition>();
    for (const part of parts) {
      for (const { holder, held } of readHeld(id as never, part))
        for (const one of held) all.set(`${holderKey(holder)} ${one.paragraph}`, one);
      for (const { holder, paragraph } of readGone(part)) all.delete(`${holderKey(holder)} ${paragraph}`);
    }
    return [...all.values()];
  };
  const stage: PositionStage = {
    harness,
    id,
    drafter: drafter.id,
    as: (who, method, at, body, headers) =>
      send(harness, who?.token ?? null, method, path + at, body, headers),
    async envoy(name, constituency = 'government', region = null) {
      const role = constituency === 'government' ? 'delegate' : 'stakeholder';
      const answer = await send(harness, ADMIN, 'POST', `${path}/invitations`, {
        name: `Envoy of ${name}`,
        role,
        delegation: { name, constituency, ...(region === null ? {} : { region }) },
      });
      const { participant, token } = answer.json();
      return { id: participant.id, token, delegation: participant.delegationId };
    },
    async group(name, members, spokesperson = null) {
      const answer = await send(harness, ADMIN, 'POST', `${path}/groups`, {
        name,
        members: members.map(({ delegation }) => ({ delegationId: delegation })),
        spokesperson: spokesperson?.delegation ?? null,
      });
      if (answer.statusCode !== 201) throw new Error(answer.body);
      return answer.json().entry.id;
    },
    async publish() {
      versions += 1;
      const wanted = { stage: versions === 1 ? 'zero' : 'revision', name: `Version ${versions}` };
      const answer = await send(harness, ADMIN, 'POST', `${path}/versions`, wanted);
      if (answer.statusCode !== 201) throw new Error(answer.body);
      return answer.json().id;
    },
    async paragraphs() {
      const copy = await harness.rooms.clone(id as never);
      const all = readParagraphs(copy.getText(TEXT_NAME));
      return all.filter(({ runs }) => runs.length > 0).map((paragraph) => paragraph.id);
    },
    async read(query = '') {
      const got = await send(harness, ADMIN, 'GET', `${path}/positions${query}`);
      if (got.statusCode !== 200) throw new Error(got.body);
      const answer = positionsAnswer.parse(got.json());
      return {
        ...answer,
        cells: cells(answer),
        taken: answer.parts.flatMap(readGone),
        speaking: answer.ties === null ? new Map() : readTies(answer.ties),
      };
    },
    close: () => harness.close(),
  };
  return stage;
}
