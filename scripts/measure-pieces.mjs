/**
 * `npm run measure:pieces -- [FOLDER]`: the longest piece of work on the server's main thread for each long answer, in
 * ms, and for publishing: as long as that, a keystroke in any room waits. Two documents: 300 paragraphs with 2,000 comments and 300
 * proposals, and 193 delegations' positions on 300 paragraphs. FOLDER keeps them for the next run.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { register } from 'tsx/esm/api';
import { ROOT } from './root.mjs';

register();
const { fillDocument } = await import('../test/bench/dialogue/fill.ts');
const { fillPositions } = await import('../test/bench/positions/fill.ts');

const AMOUNT = { paragraphs: 300, comments: 2_000, answers: 500, proposals: 300, people: 24 };
/** Each answer is asked for so often by one server; the first time its code is not compiled yet. */
const ASKED = 7;
const PORT = process.env.PORT ?? '8991';

const DIALOGUE = [
  'register?after=0',
  'comments?on=working',
  'comments?on=latest&sort=paragraph',
  'comments',
  'publication',
  'record',
  'roadmap',
  'proposals',
  'export/rolling.html',
  'export/dispositions.csv',
  'export/synthesis.html',
  'dispositions',
  'synthesis',
  'text',
  'text/authorship',
  'audit?after=0&limit=500',
];
/** What is asked for by POST, with what the k-th time; on a copy, because it writes. */
const PUBLISH = {
  path: 'versions',
  body: (k) => ({ stage: k % 2 === 0 ? 'revision' : 'final', name: `Measured ${k}` }),
};
const POSITIONS = ['positions', 'positions/reading', 'record', 'register?after=0', 'declarations'];

const JSON_BODY = [{}, { 'content-type': 'application/json' }];

const [kept] = process.argv.slice(2);
const folder = kept ?? mkdtempSync(join(tmpdir(), 'sounding-board-'));

/** What a folder holds: made once. */
async function filled(name, fill) {
  const data = join(folder, name);
  const about = join(folder, `${name}.json`);
  if (!existsSync(about)) writeFileSync(about, JSON.stringify(await fill(data)));
  return { data, ...JSON.parse(readFileSync(about, 'utf8')) };
}

async function start(data) {
  const child = spawn(
    process.execPath,
    ['--import', join(ROOT, 'test/bench/pieces/probe.mjs'), join(ROOT, 'scripts/start.mjs')],
    {
      env: { ...process.env, PORT, HOST: '127.0.0.1', DEMO: 'off', LOG_LEVEL: 'error', DATA_DIR: data },
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    },
  );
  const origin = `http://127.0.0.1:${PORT}`;
  while (
    !(await fetch(`${origin}/healthz`).then(
      ({ ok }) => ok,
      () => false,
    ))
  )
    await new Promise((resolve) => setTimeout(resolve, 100));
  return {
    origin,
    async longest() {
      child.send('?');
      const [piece] = await once(child, 'message');
      return piece;
    },
    async stop() {
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      await ended;
    },
  };
}

/** Asks for one answer after another; `post`: what they are to be asked with. */
async function measure(name, { data, documentId, token }, paths, post) {
  for (const path of paths) {
    const { origin, longest, stop } = await start(data);
    const pieces = [];
    const times = [];
    let bytes = 0;
    try {
      for (let k = 0; k < ASKED; k += 1) {
        await longest();
        const begun = performance.now();
        const answer = await fetch(`${origin}/api/documents/${documentId}/${path}`, {
          headers: { authorization: `Bearer ${token}`, 'accept-encoding': 'br', ...JSON_BODY[post ? 1 : 0] },
          ...(post && { method: 'POST', body: JSON.stringify(post(k)) }),
        });
        bytes = (await answer.arrayBuffer()).byteLength;
        times.push(performance.now() - begun);
        pieces.push(await longest());
        if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
      }
    } finally {
      await stop();
    }
    const told = ['clock', 'processor'].map((by) => {
      const [first, ...later] = pieces.map((piece) => piece[by] ?? Number.NaN);
      const median = later.toSorted((a, b) => a - b)[Math.floor(later.length / 2)];
      return `${first.toFixed(0)} ms the first time, then ${median.toFixed(0)} (${Math.min(...later).toFixed(0)} to ${Math.max(...later).toFixed(0)})`;
    });
    process.stdout.write(
      `${name} ${post ? 'POST ' : ''}${path}: longest piece ${told[0]}; of processor time ${told[1]}; ` +
        `answered in ${times[0].toFixed(0)}, then ${times.at(-1).toFixed(0)} ms, ${bytes} bytes\n`,
    );
  }
}

try {
  const only = process.env.ONLY?.split(',');
  const wanted = (paths) =>
    paths.filter((path) => only === undefined || only.some((one) => path.startsWith(one)));
  const dialogue = await filled('dialogue', (data) => fillDocument(data, AMOUNT));
  await measure('dialogue', { ...dialogue, token: dialogue.tokens[0] }, wanted(DIALOGUE));
  for (const path of wanted([PUBLISH.path])) {
    const data = join(folder, 'written');
    cpSync(dialogue.data, data, { recursive: true });
    try {
      await measure('dialogue', { ...dialogue, data, token: dialogue.tokens[0] }, [path], PUBLISH.body);
    } finally {
      rmSync(data, { recursive: true, force: true });
    }
  }
  const positions = await filled('positions', (data) => fillPositions(data));
  await measure('positions', { ...positions, token: positions.states[0].token }, wanted(POSITIONS));
} finally {
  if (kept === undefined) rmSync(folder, { recursive: true, force: true });
}
