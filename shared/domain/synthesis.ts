import { DECISIONS } from '../model/disposition.ts';
import type { DispositionSection } from '../model/disposition-table.ts';
import type { DelegationId, IsoTime, ParagraphId } from '../model/ids.ts';
import { CONSTITUENCIES, type Delegation, REGIONS } from '../model/participant.ts';
import { atOnce, mapInSteps, type Steps } from '../model/steps.ts';
import type { Synthesis, SynthesisSection, SynthesisVersion, Tally, Voice } from '../model/synthesis.ts';
import { type TableSource, tableSectionsSteps } from './disposition-table.ts';
import { type Input, inputsOfSteps } from './input.ts';
import { headingsOf } from './input-order.ts';

export interface SynthesisPeriod {
  readonly version: SynthesisVersion | null;
  readonly previous: SynthesisVersion | null;
  readonly to: IsoTime;
}

/**
 * What was received while a version was prepared: inputs written after the version before it was published and until
 * it was itself. What became of them is told as it stands today. A private note counts for the period in which it was
 * written.
 */
export const synthesise = (source: TableSource, period: SynthesisPeriod): Synthesis =>
  atOnce(synthesiseSteps(source, period));

/** The same, an input, a paragraph or a section a step. */
export function* synthesiseSteps(
  source: TableSource,
  { version, previous, to }: SynthesisPeriod,
): Steps<Synthesis> {
  const from = previous?.publishedAt ?? null;
  const all = yield* inputsOfSteps(source.rows);
  const inputs = all.filter(({ by }) => (from === null || by.at > from) && by.at <= to);
  const delegations = [...source.delegations.values()];
  const constituency = ({ constituency: kind }: Delegation) => kind ?? 'none';
  const governments = delegations.filter((delegation) => delegation.constituency === 'government');
  const heard = new Set(
    inputs.flatMap(({ senders }) =>
      senders.map((id) => source.delegations.get(id)?.constituency ?? ('none' as const)),
    ),
  );
  const sections = yield* sectionsOf(inputs, source);
  return {
    version,
    previous,
    from,
    to,
    tally: tallyOf(inputs),
    constituencies: voices([...CONSTITUENCIES, 'none' as const], delegations, constituency, inputs),
    regions: voices([...REGIONS, 'none' as const], governments, ({ region }) => region ?? 'none', inputs),
    silentConstituencies: CONSTITUENCIES.filter((kind) => !heard.has(kind)),
    sections,
    names: Object.fromEntries(delegations.map(({ id, name }) => [id, name])),
  };
}

export function tallyOf(inputs: readonly Input[]): Tally {
  const tally: Record<string, number> = Object.fromEntries(
    [...DECISIONS, 'undecided', 'withdrawn', 'received'].map((key) => [key, 0]),
  );
  const count = (key: string): void => {
    tally[key] = (tally[key] ?? 0) + 1;
  };
  for (const { disposition, withdrawn } of inputs) {
    count('received');
    count(disposition?.decision ?? (withdrawn ? 'withdrawn' : 'undecided'));
  }
  return tally as Tally;
}

/** By kind of participant, in the given order; kinds of which nobody takes part are left out. */
function voices<Kind extends string>(
  kinds: readonly Kind[],
  delegations: readonly Delegation[],
  kindOf: (delegation: Delegation) => Kind,
  inputs: readonly Input[],
): Voice<Kind>[] {
  return kinds.flatMap((kind) => {
    const members = delegations.filter((delegation) => kindOf(delegation) === kind).map(({ id }) => id);
    if (members.length === 0) return [];
    const own = new Set<DelegationId>(members);
    const sent = inputs.filter(({ senders }) => senders.some((id) => own.has(id)));
    const heard = new Set(sent.flatMap(({ senders }) => senders));
    return [
      {
        kind,
        delegations: members.filter((id) => heard.has(id)),
        silent: members.filter((id) => !heard.has(id)),
        tally: tallyOf(sent),
      },
    ];
  });
}

/** By heading in the order of the text; general comments, and what stands before the first heading, come first. */
function* sectionsOf(inputs: readonly Input[], source: TableSource): Steps<SynthesisSection[]> {
  const headings = headingsOf(source.paragraphs);
  const titles = new Map<ParagraphId | null, string>(source.paragraphs.map(({ id, text }) => [id, text]));
  const headingOf = (paragraph: ParagraphId | null): ParagraphId | null =>
    paragraph === null ? null : (headings.get(paragraph) ?? null);
  const below = new Map<ParagraphId | null, DispositionSection[]>();
  for (const section of yield* tableSectionsSteps(inputs, source)) {
    const heading = headingOf(section.paragraph);
    below.set(heading, [...(below.get(heading) ?? []), section]);
  }
  return yield* mapInSteps(below, ([heading, paragraphs]) => ({
    heading,
    title: heading === null ? '' : (titles.get(heading) ?? ''),
    tally: tallyOf(inputs.filter(({ paragraph }) => headingOf(paragraph) === heading)),
    paragraphs,
  }));
}
