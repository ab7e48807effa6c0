import type { FastifyReply } from 'fastify';
import { SESSION_COOKIE } from '../../shared/api/socket.ts';
import { SESSION_LENGTH } from '../commands/entry.ts';

/** Kept from scripts, sent to us alone; Lax, so that following a link from a message finds one signed in. */
const options = (publicUrl: string | null) =>
  ({ path: '/', httpOnly: true, sameSite: 'lax', secure: publicUrl?.startsWith('https:') ?? false }) as const;

export const setSessionCookie = (
  reply: FastifyReply,
  token: string,
  publicUrl: string | null,
): FastifyReply =>
  reply.setCookie(SESSION_COOKIE, token, { ...options(publicUrl), maxAge: SESSION_LENGTH / 1000 });

export const clearSessionCookie = (reply: FastifyReply, publicUrl: string | null): FastifyReply =>
  reply.clearCookie(SESSION_COOKIE, options(publicUrl));
