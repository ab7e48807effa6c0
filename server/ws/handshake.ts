import type { IncomingMessage } from 'node:http';
import type { DocumentId } from '../../shared/model/ids.ts';
import { type Problem, problem } from '../../shared/model/problem.ts';
import { fail, ok, type Result } from '../../shared/model/result.ts';

/** What an upgrade asks for. */
export interface Asked {
  readonly door: 'sync' | 'events';
  readonly documentId: DocumentId;
  readonly parameters: URLSearchParams;
}

const PATH = /^\/(sync|events)\/([^/]+)$/;

/** An address as clients write it. Reading it so costs a tenth of parsing a URL, which a thousand may ask for at once. */
const PLAIN = /^\/(sync|events)\/([\w-]+)(?:\?([\w=&-]*))?$/;

/** Sixteen bytes in base64 (RFC 6455, section 4.1). */
const KEY = /^[+/0-9A-Za-z]{22}==$/;

/** Whether this is an upgrade that we take, before anything else is asked (R35). */
export function readHandshake({ url = '/', method, headers }: IncomingMessage): Result<Asked, Problem> {
  const target = readTarget(url);
  if (target === null) return fail(problem('bad-request', 'the address cannot be read'));
  const { door, name, parameters } = target;
  if (name === undefined)
    return fail(problem('not-found', 'sockets are at /sync/<document> and /events/<document>'));
  const documentId = decoded(name);
  if (documentId === null) return fail(problem('bad-request', 'the document in the address cannot be read'));
  const wrong = wrongHeader(method, headers);
  if (wrong !== null) return fail(problem('bad-request', wrong));
  return ok({
    door: door as Asked['door'],
    documentId: documentId as DocumentId,
    parameters,
  });
}

interface Target {
  readonly door: string | undefined;
  readonly name: string | undefined;
  readonly parameters: URLSearchParams;
}

function readTarget(url: string): Target | null {
  const plain = PLAIN.exec(url);
  if (plain !== null) {
    const [, door, name, query] = plain;
    return { door, name, parameters: new URLSearchParams(query) };
  }
  if (!URL.canParse(url, 'http://host')) return null;
  const { pathname, searchParams } = new URL(url, 'http://host');
  const [, door, name] = PATH.exec(pathname) ?? [];
  return { door, name, parameters: searchParams };
}

function wrongHeader(method: string | undefined, headers: IncomingMessage['headers']): string | null {
  if (method !== 'GET') return 'a WebSocket begins with GET';
  if (headers.upgrade?.toLowerCase() !== 'websocket') return 'Upgrade must be websocket';
  if (!KEY.test(headers['sec-websocket-key'] ?? '')) return 'Sec-WebSocket-Key must be 16 bytes in base64';
  if (headers['sec-websocket-version'] !== '13') return 'Sec-WebSocket-Version must be 13';
  return null;
}

function decoded(name: string): string | null {
  try {
    return decodeURIComponent(name);
  } catch {
    return null;
  }
}
