import type { DeclarationKind, Ground, Recording, SpokenWords } from './declaration.ts';
import type { Decision } from './disposition.ts';
import type { Phase } from './document.ts';
import type { DocumentId, IsoTime, ParagraphId, VersionId } from './ids.ts';
import type { MilestoneKind } from './milestone.ts';
import type { LabelledParagraph } from './paragraph.ts';
import type { Constituency } from './participant.ts';
import type { Standing } from './position.ts';
import type { Adoption, SilenceExtension, SilenceProcedure } from './silence.ts';
import type { PassageManner } from './statement.ts';
import type { VersionSummary } from './version.ts';

/** What keeps a record from being complete. `count` is 0 where there is nothing to count. */
export const OPEN_POINTS = [
  'no-version',
  'not-adopted',
  'silence-running',
  'brackets',
  'undecided-inputs',
  'record-open',
] as const;
export interface OpenPoint {
  readonly what: (typeof OPEN_POINTS)[number];
  readonly count: number;
}

/** The adopted text, or the latest one before there is one. */
export interface RecordText {
  readonly version: VersionId;
  readonly name: string;
  readonly adopted: boolean;
  readonly publishedAt: IsoTime;
  readonly hash: string;
  readonly paragraphs: readonly LabelledParagraph[];
}

/** A station of the roadmap in short. */
export interface RecordStation {
  readonly kind: MilestoneKind;
  readonly name: string;
  readonly planned: IsoTime;
  readonly actual: IsoTime | null;
  /** Names of the versions published at it. */
  readonly versions: readonly string[];
  /** How much was received up to it, from how many delegations. */
  readonly received: number;
  readonly delegations: number;
}

export interface RecordVersion extends VersionSummary {
  /** Name of who published it. */
  readonly publisher: string;
}

/** What a declaration is on, with the numbers of the paragraphs where it stands in the text of the record. */
export interface RecordObject {
  readonly on: 'text' | 'paragraph' | 'term' | 'reference' | 'absent';
  /** Term, reference or absent language; empty for others. Paragraphs stand together as one object. */
  readonly words: string;
  readonly places: readonly string[];
}

/** Somebody behind a declaration, and the paragraphs on which it does not speak for them. */
export interface RecordVoice {
  readonly name: string;
  readonly through: 'itself' | 'joined' | 'membership' | 'alignment';
  readonly except: readonly string[];
}

/** A declaration in full, with names and numbers instead of ids. */
export interface RecordDeclaration {
  readonly id: string;
  readonly kind: DeclarationKind;
  readonly governmental: boolean;
  readonly holder: string;
  /** Null for a group. */
  readonly constituency: Constituency | null;
  readonly voices: readonly RecordVoice[];
  /** Name of the version it was filed on. */
  readonly version: string;
  readonly objects: readonly RecordObject[];
  readonly statement: SpokenWords;
  readonly original: SpokenWords | null;
  readonly grounds: readonly Ground[];
  readonly recording: Recording | null;
  readonly written: string | null;
  readonly filed: 'before-adoption' | 'after-adoption';
  readonly at: IsoTime;
  readonly correctedAt: IsoTime | null;
  readonly withdrawnAt: IsoTime | null;
}

/** Declarations of a kind at one paragraph, and the delegations behind them. */
export interface RecordCount {
  readonly kind: DeclarationKind;
  readonly declarations: number;
  readonly delegations: number;
}

/** “64: 3 dissociations, 1 reservation” */
export interface RecordMark {
  readonly paragraph: ParagraphId;
  readonly label: string;
  readonly governmental: readonly RecordCount[];
  readonly nonGovernmental: readonly RecordCount[];
  /** Ids of the declarations counted. */
  readonly declarations: readonly string[];
}

export interface RecordObjection {
  readonly holder: string;
  readonly places: readonly { readonly label: string; readonly chapeau: boolean }[];
  readonly reason: string;
  readonly withAmendment: boolean;
  readonly at: IsoTime;
  readonly withdrawnAt: IsoTime | null;
  /** Whether it counts against the silence. */
  readonly breaks: boolean;
}

export interface RecordSilence extends Pick<SilenceProcedure, 'opensAt' | 'deadline' | 'letter' | 'outcome'> {
  /** Name of the version. */
  readonly version: string;
  /** Each time more was given: which deadline became which, when, and the facilitators' note. Oldest first. */
  readonly extensions: readonly (Pick<SilenceExtension, 'from' | 'to' | 'letter'> & {
    readonly at: IsoTime;
  })[];
  readonly objections: readonly RecordObjection[];
}

/** How many delegations stand where on one paragraph; they sum up to those that take part. */
export type RecordTally = Readonly<Record<Standing | 'split' | 'notHeard', number>>;

export interface RecordPositions {
  readonly paragraph: ParagraphId;
  readonly label: string;
  readonly governments: RecordTally;
  readonly others: RecordTally;
}

export interface RecordStatement {
  readonly id: string;
  readonly speaker: string;
  readonly onBehalfOf: readonly string[];
  readonly date: IsoTime | null;
  readonly meeting: string;
  readonly passages: readonly {
    readonly manner: PassageManner;
    readonly words: SpokenWords;
    readonly recording: Recording | null;
  }[];
  readonly written: string | null;
  /** Name of who checked it, or null. */
  readonly verifiedBy: string | null;
  readonly paragraphs: readonly string[];
}

/** Statements on the page; the library and the archive have them all. */
export const RECORD_STATEMENTS = 300;

/** The record of a document, complete at any time: what is not there yet is told in `open`. */
export interface DocumentRecord {
  readonly id: DocumentId;
  readonly title: string;
  readonly phase: Phase;
  readonly at: IsoTime;
  readonly open: readonly OpenPoint[];
  readonly adoption: Pick<Adoption, 'manner' | 'votes' | 'date' | 'symbol' | 'recordClosedAt'> | null;
  readonly text: RecordText | null;
  readonly stations: readonly RecordStation[];
  readonly versions: readonly RecordVersion[];
  /** By paragraph, in reading order. */
  readonly marks: readonly RecordMark[];
  /** By kind, the most serious first; within it in the order of filing. */
  readonly declarations: readonly RecordDeclaration[];
  readonly silences: readonly RecordSilence[];
  /** Paragraphs on which anybody was heard. */
  readonly positions: readonly RecordPositions[];
  readonly inputs: Readonly<Record<Decision | 'undecided' | 'withdrawn' | 'received', number>>;
  readonly statements: readonly RecordStatement[];
  /** How many more there are than `RECORD_STATEMENTS`. */
  readonly statementsLeftOut: number;
  readonly audit: { readonly seq: number; readonly hash: string };
}
