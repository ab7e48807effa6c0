/** The facilitators' letters that go with the sample versions. */
export const elementsLetter =
  'We circulate elements for an outcome document. They reflect what we heard in the first round of consultations and prejudge nothing. Comments are welcome in writing and at the next meeting.';

export const zeroLetter =
  'The zero draft builds on the elements paper and on the written contributions. Every paragraph is open. We invite delegations and stakeholders to propose wording and to say why.';

export const revisionLetter =
  'Rev.1 takes up the comments made on the zero draft. Square brackets mark language that is not agreed. A table of old and new paragraph numbers goes with it.';
