import { describe, expect, it } from 'vitest';
import {
  measureSubmission,
  submissionDraft,
  submissionRequest,
  takenFor,
  withWords,
} from '../../../../client/features/statements/submission/submission-draft.ts';
import { readQuestionnaire } from '../../../../shared/notes/read-questionnaire.ts';

const SOURCE = `Submitted by: Network of Libraries; Teachers Union

1. What works?

C2 infrastructure: lines to villages.

C4 capacity building: courses.

2. What does not?
`;
const here = [{ id: 'd1', name: 'Network of Libraries', constituency: 'civil-society' }] as never;
let key = 0;
const context = { delegations: here, language: 'en', newKey: () => String(++key) };
const draft = submissionDraft(readQuestionnaire(SOURCE), context);

describe('a submission while it is checked', () => {
  it('U205: names all who sent it, each with the delegation that fits by name until another is chosen', () => {
    expect(submissionRequest(draft, 'latest', here).from).toEqual([
      { name: 'Network of Libraries', delegationId: 'd1' },
      { name: 'Teachers Union', delegationId: null },
    ]);
    const chosen = { ...draft, takenFor: { 'Network of Libraries': null } };
    expect(takenFor(chosen, 'Network of Libraries', here)).toBeNull();
  });

  it('U206: an answer is one item, or one for each of its parts', () => {
    const whole = submissionRequest(draft, 'latest', here);
    expect(whole.answers.map(({ parts }) => parts?.length)).toEqual([1, 0]);
    const split = { ...draft, answers: draft.answers.map((one) => ({ ...one, isSplit: true })) };
    const request = submissionRequest(split, 'latest', here);
    const [first] = request.answers;
    expect(first?.parts?.map(({ start, end }) => first.text.slice(start, end))).toEqual([
      'C2 infrastructure: lines to villages.',
      'C4 capacity building: courses.',
    ]);
    expect(measureSubmission(request).items).toBe(2);
  });

  it('U206: words that were changed fall into parts no more, and a question may be left out', () => {
    const answers = draft.answers.map((one, n) =>
      n === 0 ? withWords({ ...one, isSplit: true }, 'New.') : one,
    );
    const request = submissionRequest({ ...draft, answers }, 'latest', here);
    expect(request.answers[0]).toMatchObject({ text: 'New.', parts: [{ start: 0, end: 4 }] });
    const without = { ...draft, answers: answers.map((one) => ({ ...one, isIn: one.number !== 2 })) };
    expect(submissionRequest(without, 'latest', here).answers.map(({ number }) => number)).toEqual([1]);
  });
});
