/** Bounds on what a request may carry. Each is generous for real use; past it a clear `invalid-fields` is better. */

/** Characters in a document's title or a version's name. The longest UN resolution titles stay below 300. */
export const TITLE_LENGTH = 500;

/** Characters in the name of a person or a delegation; the longest official names of organisations stay below 150. */
export const NAME_LENGTH = 200;

/** Characters in a facilitators' letter: about ten printed pages. */
export const LETTER_LENGTH = 40_000;

/** Characters in a token as it may be sent. Ours have 43; an ADMIN_TOKEN may be longer. */
export const TOKEN_LENGTH = 512;

/** Characters in an Idempotency-Key; a UUID has 36. */
export const IDEMPOTENCY_KEY_LENGTH = 128;

/** Characters in an id. Ours have 22. */
export const ID_LENGTH = 64;

/** Bytes in a JSON body: a letter of full length in a three-byte script, and the rest. */
export const JSON_BODY_BYTES = 256 * 1024;

/** Bytes in an imported file. The .docx of a 100-page outcome document stays below 2 MB. */
export const IMPORT_FILE_BYTES = 20 * 1024 * 1024;

/** Changes in one proposal. A package that rewrites a whole chapter stays below it. */
export const CHANGES_IN_PACKAGE = 50;

/** Paragraphs that one change may put in the place of one, or insert. */
export const PARAGRAPHS_IN_WORDING = 30;

/** Characters in a run of proposed wording. The longest paragraphs of outcome documents stay below 3,000. */
export const WORDING_LENGTH = 20_000;

/** Audit entries in one answer. */
export const AUDIT_PAGE = 500;

/** Characters in a reason, a summary, a contest: some four printed pages. */
export const REASON_LENGTH = 10_000;

/** Inputs in one act, such as one decision on many: what the JSON body holds with room to spare. */
export const INPUTS_AT_ONCE = 500;

/** Items of one comment. */
export const ITEMS_OF_COMMENT = 100;

/** Paragraphs that one input led to. */
export const LED_TO = 200;

/** Positions in one act: every paragraph of a long outcome document. */
export const POSITIONS_AT_ONCE = 1_000;

/** Notices in one answer. */
export const NOTICES_PAGE = 100;

/** Rows of the register marked as seen in one request: a screen shows far fewer. */
export const SEEN_ROWS = 500;

/** Characters in a comment or an answer. Joint submissions of many organisations have tens of thousands. */
export const INPUT_LENGTH = 100_000;

/** Bytes in the body of such a request: its words and as many quoted ones in a three-byte script, and the rest. */
export const INPUT_BODY_BYTES = 1024 * 1024;

/** Delegations and groups that one comment names. Past it, name a group. */
export const ADDRESSEES = 50;

/** Delegations in a group, past ones included. The largest group of States has some 130. */
export const GROUP_MEMBERS = 500;

/** Characters in a mail address (RFC 5321, section 4.5.3.1.3, less the angle brackets). */
export const MAIL_ADDRESS_LENGTH = 254;

/**
 * Inputs (comments, answers, stances, proposals and changes of them) that one participant may send at once: the parts
 * of a long joint submission, or what was written offline on a flight.
 */
export const INPUT_BURST = 150;

/** Inputs a minute after that. Nobody types one every two seconds for long. */
export const INPUTS_A_MINUTE = 30;

/** Statements in one act: a day of plenary meetings has fewer than 200. */
export const STATEMENTS_AT_ONCE = 300;

/** Passages of one statement; notes quote a few. */
export const PASSAGES_OF_STATEMENT = 100;

/** Names that one statement speaks for, aligns with or excepts, each. */
export const NAMES_SPOKEN_FOR = 250;

/** Paragraphs and proposals that one statement is linked to, each. */
export const LINKS_OF_STATEMENT = 200;

/** Organisations behind one joint submission: the longest lists of signatories have some 200. */
export const ORIGINATORS = 300;

/** Objects of one declaration: every paragraph of a long text and some terms. */
export const OBJECTS = 500;

/** Paragraphs that one alignment excepts: a text has some hundred. */
export const EXCEPTIONS = 500;

/** Characters in a term as it may be sent; the bound on one that is kept is lower and named in shared/domain. */
export const TERM_LENGTH = 1_000;

/** Characters in a web address: what browsers and proxies take. */
export const ADDRESS_LENGTH = 2_000;

/** Characters in a BCP 47 tag. Longer ones are not in use. */
export const LANGUAGE_LENGTH = 35;

/** Delegations invited in one act: all Member States, observers and as many others. */
export const DELEGATIONS_AT_ONCE = 400;
