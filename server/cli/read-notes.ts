import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { kindOfNotes, NOTES_KINDS, type NotesKind } from '../../shared/notes/kind-of-notes.ts';
import { notUnderstood, type Part } from '../../shared/notes/parts.ts';
import { readMeetingNotes } from '../../shared/notes/read-meeting-notes.ts';
import { readPressSummary } from '../../shared/notes/read-press-summary.ts';
import { readQuestionnaire } from '../../shared/notes/read-questionnaire.ts';

/**
 * `npm run -s read:notes -- FILE [--kind meeting|press|questionnaire] [--json]`: a table of what was recognised and
 * what was not understood, then everything as JSON (`--json`: JSON alone). Exit 0, or 2 with one line on stderr.
 */

const USAGE = `usage: read:notes FILE [--kind ${NOTES_KINDS.join('|')}] [--json]`;

const parse = (args: readonly string[]) =>
  parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { kind: { type: 'string' }, json: { type: 'boolean' } },
  });

const short = (text: string): string => {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > 96 ? `${line.slice(0, 60)} … ${line.slice(-33)}` : line;
};

interface Read {
  readonly rows: readonly string[];
  readonly result: { readonly parts: readonly Part<string>[] };
}

function meeting(source: string): Read {
  const result = readMeetingNotes(source);
  const rows = result.statements.flatMap((one) => [
    [one.speaker.printed, one.confidence, ...new Set(one.doubts.map(({ code }) => code))].join('\t'),
    ...Object.entries(one.spokenFor).flatMap(([how, names]: [string, readonly string[]]) =>
      names.length === 0 ? [] : [`  ${how}\t${names.join('; ')}`],
    ),
    ...one.passages.map(({ manner, at, text }) => `  ${manner}\t${at ?? '-'}\t${short(text)}`),
    ...one.written.map(({ url }) => `  written\t${url}`),
  ]);
  return { rows, result };
}

function press(source: string): Read {
  const result = readPressSummary(source);
  const rows = result.attributions.map((one) => {
    const names = one.delegations.map(({ name, spokenFor: { onBehalfOf } }) =>
      onBehalfOf.length === 0 ? name : `${name} (on behalf of ${onBehalfOf.join('; ')})`,
    );
    return [names.join(', '), one.confidence, one.mentions.join(' '), short(one.text)].join('\t');
  });
  return { rows: [...rows, ...result.unattributed.map(({ text }) => `-\t-\t-\t${short(text)}`)], result };
}

function questionnaire(source: string): Read {
  const result = readQuestionnaire(source);
  const rows = [
    ...result.submitters.map(({ name }) => `submitter\t${name}`),
    ...result.answers.flatMap(({ number, question, text, items }) => [
      `${number}\t${text === '' ? 'not answered' : `${items.length} items`}\t${short(question)}`,
      ...items.map(({ start, end, topic }) => `  ${topic ?? '-'}\t${short(text.slice(start, end))}`),
    ]),
    ...result.leftOut.map(({ why, text }) => `left out: ${why}\t${short(text)}`),
    ...result.scanning.map(
      ({ printed, mended }) => `scanning: ${printed}\t${mended ?? 'to be looked at, left as it is'}`,
    ),
  ];
  return { rows, result };
}

const READERS: Readonly<Record<NotesKind, (source: string) => Read>> = { meeting, press, questionnaire };

function refuse(text: string): number {
  process.stderr.write(`read:notes: ${text}\n`);
  return 2;
}

export async function main(args: readonly string[]): Promise<number> {
  let parsed: ReturnType<typeof parse>;
  try {
    parsed = parse(args);
  } catch (error) {
    return refuse(`${(error as Error).message.split('\n')[0]}; ${USAGE}`);
  }
  const [path, ...more] = parsed.positionals;
  if (path === undefined || more.length > 0) return refuse(USAGE);
  let source: string;
  try {
    source = await readFile(path, 'utf8');
  } catch (error) {
    return refuse(`cannot read ${path} (${(error as NodeJS.ErrnoException).code ?? 'unknown'})`);
  }
  const kind = NOTES_KINDS.find((name) => name === (parsed.values.kind ?? kindOfNotes(source)));
  if (kind === undefined) return refuse(`unknown kind ${parsed.values.kind}; ${USAGE}`);
  const { rows, result } = READERS[kind](source);
  if (parsed.values.json !== true) {
    const missed = notUnderstood(source, result.parts);
    const lines = missed.map(({ start, text }) => `  ${start}\t${short(text)}`);
    process.stdout.write(
      `${[`${kind}:`, ...rows, `not understood: ${missed.length}`, ...lines].join('\n')}\n\n`,
    );
  }
  process.stdout.write(`${JSON.stringify(result, null, 1)}\n`);
  return 0;
}
