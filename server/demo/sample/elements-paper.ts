import { item, op, plain, type SampleBlock, section, title } from './block.ts';

/** The elements paper: short points under the headings of the text to come, with the ids they keep in it. */
export const elementsPaper: readonly SampleBlock[] = [
  title(
    'title',
    'Elements for an outcome document of the sample review of twenty years of digital cooperation',
  ),
  plain(
    'chapeau',
    'This paper lists elements for discussion. It is a basis for further work and not a draft.',
  ),
  section('s-vision', 'I. Our common vision'),
  op(
    'vision-people',
    'Renew the commitment to an information society that is people-centred, inclusive and development-oriented.',
  ),
  op('vision-principles', 'Agree on principles, such as:'),
  item('vision-a', 'Inclusion;'),
  item('vision-b', 'Respect for human rights, online and offline;'),
  item('vision-d', 'Participation of all relevant stakeholders.'),
  section('s-divides', 'II. Closing all digital divides'),
  op('divides-concern', 'Express concern that digital divides between and within countries persist.'),
  op('divides-universal', 'Commit to universal and meaningful connectivity.'),
  op(
    'divides-measures',
    'Encourage Governments to map coverage, to use public funds where markets do not deliver and to share infrastructure.',
  ),
  op('divides-gender', 'Commit to close the gender digital divide.'),
  op('divides-disability', 'Make services accessible to persons with disabilities.'),
  section('s-enabling', 'III. Enabling environment and financing'),
  op('enabling-policy', 'Maintain policy and regulatory frameworks that are predictable and transparent.'),
  op(
    'enabling-finance',
    'Recognize that closing the connectivity gap calls for more investment from public and private sources.',
  ),
  op('enabling-transfer', 'Encourage the transfer of technology on mutually agreed terms.'),
  section('s-skills', 'IV. Skills, education and work'),
  op('skills-schools', 'Connect every school to the Internet by 2030.'),
  op('skills-capacity', 'Strengthen capacity-building that is driven by the needs of countries.'),
  section('s-culture', 'V. Languages, culture and media'),
  op('culture-languages', 'Commit to a multilingual Internet.'),
  op('culture-media', 'Reaffirm the importance of free, independent and plural media.'),
  section('s-rights', 'VI. Human rights'),
  op('rights-foundation', 'Affirm that human rights are at the centre of the information society.'),
  op('rights-shutdowns', 'Refrain from Internet shutdowns.'),
  op('rights-privacy', 'Recognize the right to privacy.'),
  section('s-security', 'VII. Confidence and security'),
  op('security-trust', 'Affirm that confidence and security are a condition of development.'),
  section('s-data', 'VIII. Data and emerging technologies'),
  op(
    'data-governance',
    'Recognize that responsible and interoperable data governance is essential to development.',
  ),
  op(
    'ai-opportunity',
    'Note the rapid development of artificial intelligence, its opportunities and its risks.',
  ),
  op('data-environment', 'Reduce the environmental footprint of digital technologies.'),
  section('s-governance', 'IX. Internet governance'),
  op(
    'gov-global',
    'Reaffirm that the Internet is a global facility whose governance should be open, inclusive and transparent.',
  ),
  op('gov-forum', 'Consider a permanent mandate for the annual forum on Internet governance.'),
  section('s-follow-up', 'X. Implementation, follow-up and review'),
  op('follow-lines', 'Prepare road maps that link the action lines to the Sustainable Development Goals.'),
  op('follow-review', 'Decide on a further high-level meeting in 2035.'),
];
