import { alignmentId } from '../../shared/model/alignment.ts';
import type { IsoTime } from '../../shared/model/ids.ts';
import { positionId } from '../../shared/model/position.ts';
import type { RegisterRowOf } from '../../shared/model/register.ts';
import { type Cast, SAMPLE_GROUP, SAMPLE_PROPOSAL } from './sample-cast.ts';

type Noun =
  | 'alignment'
  | 'position'
  | 'declaration'
  | 'silence'
  | 'objection'
  | 'adoption'
  | 'milestone'
  | 'statement';

/** Everything of one sample row of every noun of where delegations stand and what was agreed when. */
export function sampleRecord({ documentId, by, version, paragraph }: Cast): {
  readonly [One in Noun]: RegisterRowOf[One];
} {
  const holder = { noun: 'delegation', id: by.delegationId } as const;
  const words = { language: 'en', text: 'Sample words of a delegation.' };
  const day = '2026-10-20T00:00:00.000Z' as IsoTime;
  return {
    alignment: {
      id: alignmentId(by.delegationId, SAMPLE_GROUP),
      documentId,
      delegationId: by.delegationId,
      group: SAMPLE_GROUP,
      aligns: true,
      except: [paragraph],
      since: by.at,
      by,
    },
    position: {
      id: positionId(version, paragraph, holder),
      documentId,
      holder,
      version,
      paragraph,
      standing: 'concern',
      words: 'Too weak.',
      confirms: null,
      by,
    },
    declaration: {
      id: 'declaration-1',
      documentId,
      kind: 'dissociation',
      holder,
      joined: [],
      version,
      objects: [{ on: 'paragraph', paragraph, label: '1' }],
      statement: words,
      original: { language: 'ar', text: 'كلمات' },
      grounds: ['agreed-language'],
      recording: { url: 'https://example.org/recording', at: 3_905 },
      written: 'https://example.org/statement',
      filed: 'after-adoption',
      correctedAt: null,
      withdrawnAt: null,
      by,
    },
    silence: {
      id: 'silence-1',
      documentId,
      version,
      opensAt: by.at,
      deadline: day,
      extensions: [{ from: by.at, to: day, letter: 'As delegations asked.', by }],
      letter: 'Please tell us by then.',
      outcome: 'kept',
      decidedAt: day,
      by,
    },
    objection: {
      id: 'objection-1',
      documentId,
      silence: 'silence-1',
      holder,
      places: [{ paragraph, label: '1', chapeau: false }],
      reason: 'Not in our mandate.',
      proposal: SAMPLE_PROPOSAL,
      withdrawnAt: by.at,
      by,
    },
    adoption: {
      id: documentId,
      documentId,
      version,
      manner: 'consensus',
      votes: null,
      date: day,
      symbol: 'A/RES/80/173',
      recordClosedAt: null,
      by,
    },
    milestone: {
      id: 'milestone-1',
      documentId,
      kind: 'zero-draft',
      name: 'Zero draft',
      planned: day,
      actual: null,
      window: null,
      version,
      withdrawnAt: null,
      by,
    },
    statement: {
      id: 'statement-1',
      documentId,
      speaker: 'Delegation of delegate',
      delegationId: by.delegationId,
      spokenFor: { onBehalfOf: [], alsoOnBehalfOf: [], alignsWith: [], except: [] },
      date: day,
      meeting: 'Second reading',
      passages: [{ manner: 'verbatim', words, recording: null }],
      written: null,
      verified: null,
      paragraphs: [paragraph],
      proposals: [SAMPLE_PROPOSAL],
      withdrawnAt: null,
      by,
    },
  };
}
