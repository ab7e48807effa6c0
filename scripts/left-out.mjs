/**
 * What packages bring along and this server never reaches: it is left out of the bundle, because what Node loads it keeps
 * for as long as it lives. Whatever reaches it after all is told its name.
 */

const NEVER = [
  // Fastify: other validators and writers of answers than ours (server/http/server.ts names ours when it is made), calls
  // without a network, TLS, which belongs to the proxy before us, and HTTP/2.
  { wanted: /^@fastify\/(ajv-compiler|fast-json-stringify-compiler)$/, by: /[\\/]fastify[\\/]/ },
  { wanted: /^light-my-request$/, by: /[\\/]fastify[\\/]/ },
  { wanted: /^node:https?2?$/, by: /[\\/]fastify[\\/]lib[\\/]server\.js$/, but: 'node:http' },
  // @fastify/static: listing a folder beforehand. We look for a file when it is asked for.
  { wanted: /^glob$/, by: /[\\/]@fastify[\\/]static[\\/]/ },
  // ws: its client.
  { wanted: /^(https|tls)$/, by: /[\\/]ws[\\/]lib[\\/]websocket\.js$/ },
  // prom-client: several processes that share one set of figures; sending figures away, which loads Node's TLS; summaries,
  // which count otherwise than histograms; figures that name the trace they belong to.
  { wanted: /^\.\/lib\/(cluster|pushgateway)$/, by: /[\\/]prom-client[\\/]index\.js$/ },
  { wanted: /^(\.\/timeWindowQuantiles|@opentelemetry\/api)$/, by: /[\\/]prom-client[\\/]lib[\\/]/ },
];

/** The languages of zod's own messages, of which English is all that is used: they are a tenth of the bundle. */
const LANGUAGES = /[\\/]zod[\\/]v4[\\/]locales[\\/]index\.js$/;

/** A module that may be loaded and named, and says what it is as soon as something of it is called or read. */
const absent = (name) =>
  `module.exports = new Proxy(function () {}, {
    get(_, key) {
      if (typeof key === 'symbol' || key === '__esModule') return undefined;
      const refuse = () => { throw new Error(${JSON.stringify(`${name} is left out of the bundle: scripts/left-out.mjs`)}); };
      return new Proxy(refuse, { construct: refuse, get: refuse });
    },
    apply() { throw new Error(${JSON.stringify(`${name} is left out of the bundle: scripts/left-out.mjs`)}); },
  });`;

/** A plugin of esbuild. */
export const leftOut = {
  name: 'left-out',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /./ }, ({ path, importer, kind }) => {
      if (kind !== 'require-call') return undefined;
      const never = NEVER.find(
        ({ wanted, by, but }) => wanted.test(path) && path !== but && by.test(importer),
      );
      return never && { path, namespace: 'left-out' };
    });
    onLoad({ filter: /./, namespace: 'left-out' }, ({ path }) => ({ contents: absent(path), loader: 'js' }));
    onLoad({ filter: LANGUAGES }, () => ({
      contents: "export { default as en } from './en.js';",
      loader: 'js',
    }));
  },
};
