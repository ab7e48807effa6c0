import { pipeline, Readable } from 'node:stream';
import { createGzip } from 'node:zlib';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** A large JSON file as an attachment, written while it is made; compressed for whoever reads gzip. */
export function sendStream(
  request: FastifyRequest,
  reply: FastifyReply,
  fileName: string,
  chunks: AsyncIterable<string>,
  ended: () => void,
): FastifyReply {
  const zipped = /\bgzip\b/.test(String(request.headers['accept-encoding'] ?? ''));
  const source = Readable.from(chunks, { objectMode: false });
  const failed = (error: Error | null | undefined): void => {
    // A reader who goes away is no failure; anything else cuts the answer short, and is told in the log.
    if (error && (error as NodeJS.ErrnoException).code !== 'ERR_STREAM_PREMATURE_CLOSE')
      request.log.error({ err: error }, 'a file was not written to its end');
    ended();
  };
  reply
    .type('application/json; charset=utf-8')
    .header('content-disposition', `attachment; filename="${fileName}"`)
    .header('vary', 'Accept-Encoding');
  if (!zipped) {
    source.once('close', () => failed(source.errored));
    return reply.send(source);
  }
  const gzip = createGzip();
  pipeline(source, gzip, failed);
  return reply.header('content-encoding', 'gzip').send(gzip);
}
