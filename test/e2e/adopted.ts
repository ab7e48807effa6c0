import { expect } from 'vitest';
import type { LabelledParagraph } from '../../shared/model/paragraph.ts';
import type { Version } from '../../shared/model/version.ts';
import type { Person } from './browser.ts';
import { latestVersion, said } from './inputs.ts';

/** Time that a silence of a story runs: enough for one objection, on a slow machine too. */
const SILENCE_MS = 2_500;

export interface Adopted {
  readonly version: Version;
  /** Three numbered paragraphs that a government dissociates from. */
  readonly dissociated: readonly LabelledParagraph[];
  /** Paragraphs in which the reserved term stands. */
  readonly termed: readonly LabelledParagraph[];
}

export const TERM = 'human rights';

/** Puts the latest version under silence and answers when it has an outcome. */
async function silence(
  facilitator: Person,
  at: string,
  version: string,
  during: (id: string) => Promise<void>,
) {
  const { entry } = await said<{ entry: { id: string } }>(facilitator, 'POST', `${at}/silences`, {
    version,
    deadline: new Date(Date.now() + SILENCE_MS).toISOString(),
    letter: 'Please tell us before the deadline.',
  });
  await during(entry.id);
  type Listed = { silences: { silence: { id: string; outcome: string } }[] };
  const outcome = async (): Promise<string | undefined> => {
    const { silences } = await said<Listed>(facilitator, 'GET', `${at}/silences`);
    return silences.find((one) => one.silence.id === entry.id)?.silence.outcome;
  };
  await expect.poll(outcome, { interval: 250 }).not.toBe('running');
  return await outcome();
}

/**
 * Takes a document with a version to its end: silence broken, kept, adopted by consensus; a government dissociates from
 * three paragraphs in Arabic, a stakeholder reserves on a term.
 */
export async function adopt(
  documentId: string,
  {
    facilitator,
    delegate,
    stakeholder,
  }: Readonly<Record<'facilitator' | 'delegate' | 'stakeholder', Person>>,
): Promise<Adopted> {
  const at = `/api/documents/${documentId}`;
  await said(facilitator, 'POST', `${at}/phase`, { phase: 'negotiation' });
  const { id, paragraphs } = await latestVersion(facilitator, documentId);
  const numbered = paragraphs.filter(({ kind, label }) => kind === 'operative' && label !== '');
  const dissociated = numbered.slice(1, 4);
  const broken = await silence(facilitator, at, id, async (one) => {
    await said(delegate, 'POST', `${at}/silences/${one}/objections`, {
      places: [{ paragraph: dissociated[0]?.id }],
      reason: 'This goes beyond the mandate of the meeting.',
    });
  });
  const kept = await silence(facilitator, at, id, async () => {});
  if (broken !== 'broken' || kept !== 'kept') throw new Error(`silences were ${broken} and ${kept}`);
  await said(facilitator, 'POST', `${at}/adoption`, {
    version: id,
    manner: 'consensus',
    date: new Date().toISOString().slice(0, 10),
    symbol: 'A/RES/80/173',
  });
  await said(delegate, 'POST', `${at}/declarations`, {
    kind: 'dissociation',
    objects: dissociated.map(({ id: paragraph }) => ({ on: 'paragraph', paragraph })),
    statement: {
      language: 'en',
      text: 'My delegation joined the consensus and dissociates itself from these paragraphs.',
    },
    original: { language: 'ar', text: 'انضم وفد بلدي إلى توافق الآراء وينأى بنفسه عن هذه الفقرات.' },
    grounds: ['sovereignty-and-domestic-law', 'mandate'],
    recording: { url: 'https://recordings.example.org/meeting-12', at: 3_915 },
    written: 'https://statements.example.org/12.pdf',
  });
  await said(stakeholder, 'POST', `${at}/declarations`, {
    kind: 'reservation',
    objects: [
      { on: 'term', term: TERM },
      { on: 'absent', language: 'common but differentiated responsibilities' },
    ],
    statement: { language: 'en', text: 'We place our reservation on the way in which the term is used.' },
  });
  return {
    version: await latestVersion(facilitator, documentId),
    dissociated,
    termed: paragraphs.filter(({ text }) => text.toLowerCase().includes(TERM)),
  };
}
