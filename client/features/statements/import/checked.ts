import { suggestDelegation } from '../../../../shared/domain/speaker.ts';
import type { Delegation } from '../../../../shared/model/participant.ts';
import type { SpokenFor } from '../../../../shared/model/statement.ts';
import type { Confidence, Doubt, DoubtCode } from '../../../../shared/notes/doubt.ts';
import type { Span } from '../../../../shared/notes/span.ts';
import { timeCode } from '../../../ui/time-code.ts';
import { newFields, newPassage, type PassageFields, type StatementFields } from '../form/statement-fields.ts';
import type { ReadNotes } from './notes-worker.ts';

/** What somebody has said of a recognised statement. Only confirmed ones are sent. */
export type CheckState = 'open' | 'confirmed' | 'left-out';

/** A recognised statement while it is checked. */
export interface Checked {
  readonly key: string;
  /** Where it stands in the source; null: written by hand. */
  readonly span: Span | null;
  readonly state: CheckState;
  readonly fields: StatementFields;
  /** The delegation was chosen because of its name, and by nobody yet. */
  readonly suggested: boolean;
  readonly doubts: readonly DoubtCode[];
  readonly confidence: Confidence | 'own';
  /** Sentences before it that name nobody, which whoever checks may take in. */
  readonly before: readonly string[];
}

export interface CheckContext {
  readonly delegations: readonly Pick<Delegation, 'id' | 'name' | 'constituency'>[];
  readonly language: string;
  readonly newKey: () => string;
}

const NOBODY: SpokenFor = { onBehalfOf: [], alsoOnBehalfOf: [], alignsWith: [], except: [] };

/** Fields for somebody who spoke, with the delegation that fits by name. */
function spokenBy(
  speaker: string,
  spokenFor: SpokenFor,
  passages: readonly PassageFields[],
  { delegations }: CheckContext,
): StatementFields {
  return {
    ...newFields(newPassage('', '')),
    speaker,
    delegationId: suggestDelegation(speaker, delegations),
    onBehalfOf: spokenFor.onBehalfOf.join('\n'),
    alsoOnBehalfOf: spokenFor.alsoOnBehalfOf.join('\n'),
    alignsWith: spokenFor.alignsWith.join('\n'),
    except: spokenFor.except.join('\n'),
    passages,
  };
}

const codesOf = (doubts: readonly Doubt[]): DoubtCode[] => [...new Set(doubts.map(({ code }) => code))];
const asChecked = (
  fields: StatementFields,
  rest: Omit<Checked, 'fields' | 'state' | 'suggested'>,
): Checked => ({ ...rest, fields, state: 'open', suggested: fields.delegationId !== null });

/** Statements of notes, to be checked. A sentence of a press summary is one for each delegation it names. */
export function checkedOf(read: ReadNotes, context: CheckContext): readonly Checked[] {
  const { language, newKey } = context;
  if (read.kind === 'questionnaire') return [];
  if (read.kind === 'press')
    return read.notes.attributions.flatMap((said) =>
      said.delegations.map(({ name, spokenFor }): Checked => {
        const passage = { ...newPassage(newKey(), language), manner: 'reported' as const, text: said.text };
        return asChecked(spokenBy(name, spokenFor ?? NOBODY, [passage], context), {
          key: newKey(),
          span: { start: said.start, end: said.end },
          doubts: codesOf(said.doubts),
          confidence: said.confidence,
          before: said.before.map(({ text }) => text),
        });
      }),
    );
  return read.notes.statements.map((one) => {
    const passages = one.passages.map(({ manner, text, at, recording }) => ({
      ...newPassage(newKey(), language),
      manner,
      text,
      url: recording ?? '',
      // A time code without a recording leads nowhere: it is told as a doubt.
      time: at === null || recording === null ? '' : timeCode(at),
    }));
    const fields = {
      ...spokenBy(one.speaker.printed, one.spokenFor, passages, context),
      meeting: [one.meeting, one.session].filter((name) => name !== '').join(' · '),
      date: one.date ?? '',
      written: one.written[0]?.url ?? '',
    };
    return asChecked(fields, {
      key: newKey(),
      span: { start: one.start, end: one.end },
      doubts: codesOf(one.doubts),
      confidence: one.confidence,
      before: [],
    });
  });
}

/** A statement made of words that were not understood: a report, to be given its speaker. */
export const checkedByHand = (span: Span, words: string, { language, newKey }: CheckContext): Checked =>
  asChecked(
    newFields({
      ...newPassage(newKey(), language),
      manner: 'reported',
      text: words.replace(/\s+/g, ' ').trim(),
    }),
    { key: newKey(), span, doubts: [], confidence: 'own', before: [] },
  );

/** One statement for each name, all with the same passages, in the place of one. */
export function splitSpeaker(
  all: readonly Checked[],
  key: string,
  names: readonly string[],
  { delegations, newKey }: CheckContext,
): readonly Checked[] {
  return all.flatMap((one) => {
    if (one.key !== key) return [one];
    return names.map((speaker, n): Checked => {
      const delegationId = suggestDelegation(speaker, delegations);
      return {
        ...one,
        key: n === 0 ? one.key : newKey(),
        state: 'open',
        fields: { ...one.fields, speaker, delegationId },
        suggested: delegationId !== null,
      };
    });
  });
}

/** Joins a statement with the one before it: its passages go there, and so do names that are not there yet. */
export function joinWithBefore(all: readonly Checked[], key: string): readonly Checked[] {
  const at = all.findIndex((one) => one.key === key);
  const [before, one] = [all[at - 1], all[at]];
  if (before === undefined || one === undefined) return all;
  const names = (a: string, b: string): string =>
    [...new Set([...a.split('\n'), ...b.split('\n')])].filter((name) => name.trim() !== '').join('\n');
  const joined: Checked = {
    ...before,
    state: 'open',
    span:
      before.span === null || one.span === null
        ? (before.span ?? one.span)
        : {
            start: Math.min(before.span.start, one.span.start),
            end: Math.max(before.span.end, one.span.end),
          },
    doubts: [...new Set([...before.doubts, ...one.doubts])],
    before: [...before.before, ...one.before],
    fields: {
      ...before.fields,
      onBehalfOf: names(before.fields.onBehalfOf, one.fields.onBehalfOf),
      alsoOnBehalfOf: names(before.fields.alsoOnBehalfOf, one.fields.alsoOnBehalfOf),
      alignsWith: names(before.fields.alignsWith, one.fields.alignsWith),
      except: names(before.fields.except, one.fields.except),
      passages: [...before.fields.passages, ...one.fields.passages],
      written: before.fields.written === '' ? one.fields.written : before.fields.written,
    },
  };
  return [...all.slice(0, at - 1), joined, ...all.slice(at + 1)];
}

/** The names that a printed speaker may hold, to begin a split with. */
export const namesIn = (speaker: string): string[] =>
  speaker
    .split(/\s*[,;]\s*(?:and\s+)?|\s+and\s+|\s*&\s*/i)
    .map((name) => name.trim())
    .filter((name) => name !== '');
