import type { OpenChange } from '../../../../shared/format/rolling/open-change.ts';
import type { ParagraphStatus } from '../../../../shared/model/disposition.ts';
import type {
  ChangeId,
  DelegationId,
  DocumentId,
  ParagraphId,
  ProposalId,
} from '../../../../shared/model/ids.ts';
import type { LabelledParagraph, ParagraphKind } from '../../../../shared/model/paragraph.ts';
import type { Wording } from '../../../../shared/model/proposal.ts';
import { signed } from '../../domain/register-sketch.ts';

/** `12 We decide.`: label, then words. */
export const line = (label: string, text: string, kind: ParagraphKind = 'operative'): LabelledParagraph => ({
  id: `p${label}` as ParagraphId,
  kind,
  level: kind === 'item' || kind === 'heading' ? 1 : 0,
  dir: 'auto',
  from: [],
  pinned: null,
  runs: text === '' ? [] : [{ text }],
  label,
  text,
});

export const wording = (text: string, kind: ParagraphKind = 'operative'): Wording => ({
  kind,
  level: 0,
  runs: [{ text }],
});

/** A change of Delegation A, B … on the paragraph with this label (empty: before the first). */
export const change = (
  who: string,
  label: string,
  act: OpenChange['act'],
  texts: readonly string[] = [],
  more: Partial<OpenChange> = {},
): OpenChange => ({
  proposal: `proposal ${who}` as ProposalId,
  change: `change ${who} ${label} ${act}` as ChangeId,
  by: {
    names: `Delegation ${who}`,
    delegations: [who as DelegationId],
    group: null,
    proposals: [`proposal ${who}` as ProposalId],
  },
  act,
  paragraph: label === '' ? null : (`p${label}` as ParagraphId),
  base: { label, kind: 'operative', level: 0, runs: [{ text: 'Earlier words.' }] },
  wording: texts.map((text) => wording(text)),
  after: null,
  needsALook: false,
  amends: null,
  ...more,
});

export const status = (
  label: string,
  words: string,
  said: ParagraphStatus['status'],
): readonly [string, ParagraphStatus] => [
  `p${label}`,
  {
    id: `p${label}` as ParagraphId,
    documentId: 'd' as DocumentId,
    status: said,
    text: words,
    by: signed('facilitators'),
  },
];
