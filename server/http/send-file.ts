import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import type { WrittenFile } from '../ports/files.ts';

/** A file as an attachment. The bytes pass the JSON serialiser by. */
export const sendFile = (reply: FastifyReply, file: WrittenFile) =>
  reply
    .type(file.contentType)
    .header('content-disposition', `attachment; filename="${file.fileName}"`)
    .serializer((bytes: unknown) => bytes as string)
    .send(Buffer.from(file.bytes));

/** How an answer that is a file is described. */
export const fileAnswer = (formats: readonly string[]) => ({
  description: `The file; formats are ${formats.join(', ')}`,
  content: { 'application/octet-stream': { schema: z.any() } },
});
