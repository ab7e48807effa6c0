import type { Recording, SpokenWords } from './declaration.ts';
import type { DelegationId, DocumentId, IsoTime, ParagraphId, ProposalId } from './ids.ts';
import type { Signature } from './signature.ts';

/** How a speaker stood to others, as the notes say it. Names as printed: who they are here is a link of its own. */
export interface SpokenFor {
  readonly onBehalfOf: readonly string[];
  readonly alsoOnBehalfOf: readonly string[];
  readonly alignsWith: readonly string[];
  /** Paragraphs excepted from the alignment, as printed. */
  readonly except: readonly string[];
}

/** The speaker's own words, or what a note-taker or press writer says they said. Never shown as each other. */
export type PassageManner = 'verbatim' | 'reported';

/** One stretch of a statement, with its own place in the recording: notes quote several and give a time for each. */
export interface Passage {
  readonly manner: PassageManner;
  readonly words: SpokenWords;
  readonly recording: Recording | null;
}

/** What was said in one intervention, where, by whom. `date` is a day: its midnight in UTC. */
export interface Statement {
  readonly id: string;
  readonly documentId: DocumentId;
  /** As printed: a state, a group, an organisation, or a person for one. */
  readonly speaker: string;
  /** The delegation here that it is taken for, or null. */
  readonly delegationId: DelegationId | null;
  readonly spokenFor: SpokenFor;
  readonly date: IsoTime | null;
  readonly meeting: string;
  /** In the order of the notes; none where only an alignment was noted. */
  readonly passages: readonly Passage[];
  /** Address of the written statement. */
  readonly written: string | null;
  /** Who checked it against recording or written statement; null: nobody yet. */
  readonly verified: Signature | null;
  readonly paragraphs: readonly ParagraphId[];
  readonly proposals: readonly ProposalId[];
  readonly withdrawnAt: IsoTime | null;
  /** Who put it into the library, and when: not who said it. */
  readonly by: Signature;
  /** Who last changed what it says; absent as long as it stands as it was put in. */
  readonly editedBy?: Signature;
}
