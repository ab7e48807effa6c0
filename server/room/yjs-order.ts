import type { ClientId } from '../ports/text-log.ts';
import type { Frontier } from './frontier.ts';
import { FIELDS, type Insertion, insertionAt } from './insertions.ts';
import type { Place } from './place.ts';
import type { ReadUpdate, Section } from './update-reader.ts';

/** The sections of one clientID, and how far they were taken. */
interface Line {
  readonly sections: Section[];
  /** How far the text reaches. */
  readonly known: number;
  section: number;
  at: number;
  need: number;
}

/**
 * Hands over what is new of a complete update in the order in which Yjs puts it into a text that reaches as far as `known`
 * (yjs/src/utils/encoding.js, integrateStructs): the highest clientID first, and before each struct, one at a time, those
 * it builds on. Ends when `visit` answers false. `pass` is told of what Yjs puts nowhere.
 */
export function inYjsOrder(
  { sections }: Pick<ReadUpdate, 'sections'>,
  known: Frontier,
  visit: (insertion: Insertion) => boolean,
  pass?: (place: Place, end: number) => void,
): void {
  const lines = new Map<ClientId, Line>();
  const reached = new Map<ClientId, number>();
  for (const section of sections) {
    const line = lines.get(section.client);
    if (line !== undefined) {
      line.sections.push(section);
      continue;
    }
    const from = known.get(section.client) ?? 0;
    lines.set(section.client, { sections: [section], known: from, section: 0, at: 0, need: 0 });
    reached.set(section.client, Math.max(from, section.start));
  }
  const rising = [...lines.keys()].sort((a, b) => a - b);
  /** ClientIDs whose next struct waits for one of another, and that other. */
  const stack: ClientId[] = [];
  const waiting = new Set<ClientId>();
  for (let client = rising.pop(); client !== undefined; client = stack.pop() ?? rising.pop()) {
    waiting.delete(client);
    const line = lines.get(client) as Line;
    const section = nextSection(line);
    if (section === null) {
      reached.set(client, Number.POSITIVE_INFINITY);
      continue;
    }
    const clock = section.structs[line.at] as number;
    const missing = missingAt(line, section, clock, reached);
    if (missing !== null) {
      waiting.add(client);
      stack.push(client, missing);
      if (waiting.has(missing)) giveUp(lines, reached, stack, waiting);
      continue;
    }
    const insertion = insertionAt(section, line.at, line.known);
    const end = section.structs[line.at + 1] as number;
    reached.set(client, end);
    line.at += FIELDS;
    // Of what is half known only the rest goes nowhere anew.
    if (insertion === null) pass?.({ client, clock: Math.max(clock, line.known) }, end);
    else if (!visit(insertion)) return;
    // Nobody waits for it: the clientID goes on.
    if (stack.length === 0) rising.push(client);
  }
}

/** They wait for each other in a circle, as in an update that is not complete: Yjs takes nothing more of any of them. */
function giveUp(
  lines: ReadonlyMap<ClientId, Line>,
  reached: Map<ClientId, number>,
  stack: ClientId[],
  waiting: Set<ClientId>,
): void {
  for (const client of waiting) {
    const line = lines.get(client) as Line;
    line.section = line.sections.length;
    line.at = 0;
    reached.set(client, Number.POSITIVE_INFINITY);
  }
  stack.length = 0;
  waiting.clear();
}

/** Where a line's next struct is noted that is not known yet; null at its end. */
function nextSection(line: Line): Section | null {
  for (;;) {
    const section = line.sections[line.section];
    if (section === undefined) return null;
    while (line.at < section.structs.length && (section.structs[line.at + 1] as number) <= line.known)
      line.at += FIELDS;
    if (line.at < section.structs.length) return section;
    line.section += 1;
    line.at = 0;
    line.need = 0;
  }
}

/** The clientID of the same update whose next struct must come before the one at `clock`. */
function missingAt(
  line: Line,
  { needs }: Section,
  clock: number,
  reached: ReadonlyMap<ClientId, number>,
): ClientId | null {
  for (; line.need < needs.length; line.need += 1) {
    const need = needs[line.need] as Section['needs'][number];
    if (need.at > clock) break;
    if (need.at === clock && (reached.get(need.client) ?? Number.POSITIVE_INFINITY) <= need.clock)
      return need.client;
  }
  return null;
}
