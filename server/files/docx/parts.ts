/** The parts of a .docx that are read, found by their relationships, not by their usual names. */

import { posix } from 'node:path';
import { type Problem, problem } from '../../../shared/model/problem.ts';
import { fail, ok, type Result } from '../../../shared/model/result.ts';
import { childrenNamed, type Element, parseXml } from '../xml.ts';
import type { Zip } from '../zip.ts';

export interface Parts {
  readonly document: Element;
  readonly styles: Element | null;
  readonly numbering: Element | null;
  readonly footnotes: Element | null;
  readonly endnotes: Element | null;
  readonly headers: readonly Element[];
  /** Relationship id → target, for what lies outside the file. */
  readonly links: ReadonlyMap<string, string>;
}

interface Relationship {
  readonly id: string;
  /** Last word of the type's address: transitional and strict files differ only before it. */
  readonly type: string;
  readonly target: string;
  readonly external: boolean;
}

const notWord = problem(
  'unsupported-file',
  'The file is an archive, but no Word document. Readable are .txt, .md, .docx and .html.',
);

async function readPart(zip: Zip, name: string): Promise<Result<Element | null, Problem>> {
  const bytes = await zip.read(name);
  if (!bytes.ok) return bytes;
  return bytes.value === null ? ok(null) : parseXml(bytes.value, name);
}

async function relationships(zip: Zip, part: string): Promise<Result<Relationship[], Problem>> {
  const name = posix.join(posix.dirname(part), '_rels', `${posix.basename(part)}.rels`);
  const root = await readPart(zip, name);
  if (!root.ok) return root;
  return ok(
    childrenNamed(root.value ?? undefined, 'Relationship').map(({ attributes }) => ({
      id: attributes.Id ?? '',
      type: (attributes.Type ?? '').split('/').at(-1) ?? '',
      target: attributes.Target ?? '',
      external: attributes.TargetMode === 'External',
    })),
  );
}

/** Name of a part in the archive; a target that points outside it finds nothing, since names are only looked up. */
const partName = (from: string, target: string): string =>
  (target.startsWith('/') ? target : posix.join('/', posix.dirname(from), target)).slice(1);

export async function readParts(zip: Zip): Promise<Result<Parts, Problem>> {
  const top = await relationships(zip, '');
  if (!top.ok) return top;
  const main = top.value.find((each) => each.type === 'officeDocument');
  if (main === undefined) return fail(notWord);
  const name = partName('', main.target);
  const document = await readPart(zip, name);
  if (!document.ok) return document;
  if (document.value?.name !== 'document') return fail(notWord);
  const related = await relationships(zip, name);
  if (!related.ok) return related;
  const targets = (type: string): string[] =>
    related.value
      .filter((each) => each.type === type && !each.external)
      .map((each) => partName(name, each.target));

  const loaded: Record<string, Element | null> = {};
  for (const type of ['styles', 'numbering', 'footnotes', 'endnotes'] as const) {
    const target = targets(type)[0];
    const part = target === undefined ? ok(null) : await readPart(zip, target);
    if (!part.ok) return part;
    loaded[type] = part.value;
  }
  const headers: Element[] = [];
  for (const target of [...targets('header'), ...targets('footer')]) {
    const part = await readPart(zip, target);
    if (!part.ok) return part;
    if (part.value !== null) headers.push(part.value);
  }
  return ok({
    document: document.value,
    styles: loaded.styles ?? null,
    numbering: loaded.numbering ?? null,
    footnotes: loaded.footnotes ?? null,
    endnotes: loaded.endnotes ?? null,
    headers,
    links: new Map(
      related.value
        .filter((each) => each.external && each.type === 'hyperlink')
        .map((each) => [each.id, each.target]),
    ),
  });
}
