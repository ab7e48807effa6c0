import type { AnchoredText } from '../../../shared/model/anchor.ts';
import type { DocumentId, ParagraphId, ProposalId } from '../../../shared/model/ids.ts';
import type { ChangeAct } from '../../../shared/model/proposal.ts';

export const proposalsAddress = (document: DocumentId): string => `/d/${document}/proposals`;

export const proposalAddress = (document: DocumentId, proposal: ProposalId): string =>
  `${proposalsAddress(document)}/${proposal}`;

/** All open proposals on one paragraph, against each other. */
export const competingAddress = (document: DocumentId, paragraph: ParagraphId): string =>
  `${proposalsAddress(document)}/on/${encodeURIComponent(paragraph)}`;

/** What a composer begins with. */
export interface Begin {
  readonly text?: AnchoredText;
  readonly paragraph?: ParagraphId;
  readonly act?: ChangeAct;
  /** Words that were chosen in the paragraph, in UTF-16 units of its plain text. */
  readonly start?: number;
  readonly end?: number;
  readonly amends?: ProposalId;
  /** A draft on this device. */
  readonly draft?: string;
}

/** Where one writes a proposal. */
export function newProposalAddress(document: DocumentId, begin: Begin): string {
  const query = new URLSearchParams(
    Object.entries(begin).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]])),
  ).toString();
  return `${proposalsAddress(document)}/new${query === '' ? '' : `?${query}`}`;
}

const whole = (value: string | null): number | undefined =>
  value !== null && /^\d{1,7}$/.test(value) ? Number(value) : undefined;

/** Reads what `newProposalAddress` wrote; what makes no sense is left out. */
export function readBegin(query: string, acts: readonly ChangeAct[]): Begin {
  const asked = new URLSearchParams(query);
  const [text, paragraph, act, amends, draft] = ['text', 'paragraph', 'act', 'amends', 'draft'].map((name) =>
    asked.get(name),
  );
  const [start, end] = [whole(asked.get('start')), whole(asked.get('end'))];
  const known = acts.find((one) => one === act);
  return {
    ...(text ? { text: text as AnchoredText } : {}),
    ...(paragraph ? { paragraph: paragraph as ParagraphId } : {}),
    ...(known === undefined ? {} : { act: known }),
    ...(start !== undefined && end !== undefined && start <= end ? { start, end } : {}),
    ...(amends ? { amends: amends as ProposalId } : {}),
    ...(draft ? { draft } : {}),
  };
}
