import { item, op, section } from './block.ts';

export const vision = [
  section('s-vision', 'I. Our common vision'),
  op(
    'vision-people',
    'We renew our commitment to an information society that is people-centred, inclusive and development-oriented, in which everyone can create, find, use and share information and knowledge.',
  ),
  op(
    'vision-principles',
    'We agree that the following principles guide all that we undertake in this document:',
  ),
  item('vision-a', 'Inclusion, so that no person and no country is left behind;'),
  item('vision-b', 'Respect for human rights and fundamental freedoms, online and offline;'),
  item(
    'vision-c',
    'Openness, including open standards, open source software and open data where appropriate;',
  ),
  item(
    'vision-d',
    'Participation of all relevant stakeholders in the making of the policies that concern them;',
  ),
  item(
    'vision-e',
    'Care for the environment at every stage of the life of a device, a network or a service.',
  ),
  op(
    'vision-sovereignty',
    'We recognize that each country has the primary responsibility for its own development, and that national efforts need an enabling international environment.',
  ),
  op(
    'vision-contribution',
    'We appreciate the contributions received in writing and in consultations during the review, and we ask that they remain publicly available together with an account of how each was considered.',
  ),
  op(
    'vision-coherence',
    'We underline that the implementation of this outcome document should be coherent with other intergovernmental processes on digital matters, avoid duplication and make the best use of existing institutions.',
  ),
  op(
    'vision-measure',
    'We commit ourselves to measure progress with indicators that are public, comparable and disaggregated by income, sex, age, disability and location, in keeping with national legislation on statistics.',
  ),
];
