import { terms } from '../../shared/messages/en/terms.ts';
import type { Anchor } from '../../shared/model/anchor.ts';
import type { Comment, CommentKind } from '../../shared/model/comment.ts';
import type { DeclarationKind } from '../../shared/model/declaration.ts';
import type { Decision } from '../../shared/model/disposition.ts';
import type { Phase } from '../../shared/model/document.ts';
import { plainText } from '../../shared/model/paragraph.ts';
import type { ProposedChange } from '../../shared/model/proposal.ts';
import { unreachable } from '../../shared/model/result.ts';
import type { SilenceProcedure } from '../../shared/model/silence.ts';

/*
 * The words of feeds, in English. They stand apart from the interface's catalogue, which every browser loads: feeds
 * are read elsewhere.
 */

const KINDS: Readonly<Record<CommentKind, string>> = {
  comment: 'Comment',
  question: 'Question',
  support: 'Support',
  objection: 'Objection',
};

const DECISIONS: Readonly<Record<Decision, string>> = {
  accepted: 'Accepted',
  'accepted-in-part': 'Accepted in part',
  'not-accepted': 'Not accepted',
  noted: 'Noted',
  deferred: 'Deferred',
  'out-of-scope': 'Out of scope',
  duplicate: 'Duplicate',
};

export const WITHDRAWN = 'Withdrawn by its author.';
export const SUBTITLE =
  'Versions, phase, comments, proposals and what became of them, silence, adoption and declarations';

const numbered = (label: string): string =>
  label === '' ? 'a paragraph without a number' : `paragraph ${label}`;

/** What an anchor stands on, such as `on paragraph 12`. */
export function onWhat(anchor: Anchor): string {
  switch (anchor.scope) {
    case 'text':
      return 'on the whole text';
    case 'absent':
      return `on what is missing after ${numbered(anchor.label)}`;
    case 'words':
    case 'paragraph':
      return `on ${numbered(anchor.label)}`;
    default:
      return unreachable(anchor);
  }
}

export const commentTitle = ({ kind, on }: Comment): string =>
  `${KINDS[kind]} ${on.noun === 'text' ? onWhat(on.anchor) : 'on a proposal'}`;

export const proposalTitle = (label: string): string =>
  label === '' ? 'Proposal' : `Proposal on ${numbered(label)}`;

export const decisionTitle = (decision: Decision, about: string): string =>
  `${DECISIONS[decision]}: ${about}`;

const DECLARATIONS: Readonly<Record<DeclarationKind, string>> = {
  reservation: 'Reservation',
  dissociation: 'Dissociation',
  'explanation-of-position': 'Explanation of position',
  'general-statement': 'General statement',
};

export const declarationTitle = (kind: DeclarationKind, version: string): string =>
  `${DECLARATIONS[kind]} on ${version}`;

const OUTCOMES: Readonly<Record<SilenceProcedure['outcome'], string>> = {
  running: 'is under silence',
  kept: 'is agreed: the silence was kept',
  broken: 'is not agreed: the silence was broken',
  ended: 'is under silence no more: it was ended before its deadline',
};

export const silenceTitle = (version: string, outcome: SilenceProcedure['outcome']): string =>
  `${version} ${OUTCOMES[outcome]}`;

export const silenceContent = ({ letter, deadline, extensions = [] }: SilenceProcedure): string =>
  [
    `Until ${deadline}.`,
    letter,
    ...extensions.flatMap((extension) => [
      `Extended from ${extension.from} to ${extension.to}.`,
      extension.letter,
    ]),
  ]
    .filter((text) => text !== '')
    .join('\n\n');

export const adoptionTitle = (version: string): string => `${version} was adopted`;

export const closedTitle = (version: string): string => `${version} was adopted, and its record is closed`;

export const versionTitle = (name: string): string => `${name} was published`;

export const phaseTitle = (phase: Phase): string => `The phase is now: ${terms.phase[phase]}`;

const wordingOf = (wording: ProposedChange['wording']): string =>
  wording.map(({ runs }) => plainText(runs)).join('\n\n');

/** One change of a package as plain text. */
export function changeText({ act, base, wording }: ProposedChange): string {
  const where = numbered(base?.label ?? '');
  switch (act) {
    case 'replace':
      return `Instead of ${where}:\n\n${wordingOf(wording)}`;
    case 'insert-after':
      return `New, after ${where}:\n\n${wordingOf(wording)}`;
    case 'delete':
      return `Delete ${where}.`;
    case 'move':
      return `Move ${where}.`;
    case 'keep':
      return `Keep ${where} as it is.`;
    default:
      return unreachable(act);
  }
}
