import type { FastifyHelmetOptions } from '@fastify/helmet';

/**
 * Headers for every answer. The policy allows nothing but our own files: no inline script, no other host.
 * `connect-src 'self'` covers the socket as well (CSP level 3).
 */
export function securityHeaders(publicUrl: string | null): FastifyHelmetOptions {
  const secure = publicUrl?.startsWith('https:') ?? false;
  return {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'", 'data:'],
        fontSrc: ["'self'"],
        connectSrc: ["'self'"],
        workerSrc: ["'self'"],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
      },
    },
    // Over plain HTTP (a first try on one's own machine) the header would lock browsers out later.
    strictTransportSecurity: secure ? { maxAge: 31_536_000 } : false,
    referrerPolicy: { policy: 'no-referrer' },
    crossOriginEmbedderPolicy: false,
  };
}
