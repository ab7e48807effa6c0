import { item, op, section } from './block.ts';

export const governance = [
  section('s-governance', 'IX. Internet governance'),
  op(
    'gov-global',
    'We reaffirm that the Internet is a global facility available to the public, and that its governance should remain open, inclusive and transparent, with the full involvement of Governments, the private sector, civil society, the technical community and international organizations.',
  ),
  op(
    'gov-cooperation',
    'We recall that enhanced cooperation is meant to enable Governments, on an equal footing, to carry out their roles and responsibilities in international public policy issues pertaining to the Internet, and we take note of the different views on how far it has been achieved.',
  ),
  op(
    'gov-fragmentation',
    'We commit ourselves to keep the Internet one, stable, secure and interoperable, and to avoid its fragmentation.',
  ),
  op(
    'gov-forum',
    'We decide that the annual forum on Internet governance shall become permanent, with a stable secretariat and with funding that is predictable, sustainable and open to scrutiny.',
  ),
  op('gov-improve', 'We invite the forum to continue to improve, in particular by:'),
  item('gov-a', 'Widening the participation of developing countries, of Governments and of young people;'),
  item('gov-b', 'Publishing outcomes that others can use, and following what became of them;'),
  item('gov-c', 'Strengthening its ties with national and regional initiatives.'),
  op(
    'gov-multistakeholder',
    'We encourage all who prepare policy on digital matters to use good practices of multistakeholder collaboration, such as early and equal access to drafts, time to comment, and reasons for what was and was not taken up.',
  ),
  section('s-follow-up', 'X. Implementation, follow-up and review'),
  op(
    'follow-lines',
    'We request the facilitators of the action lines to prepare road maps that link each line to the Sustainable Development Goals and to the commitments of other relevant outcomes.',
  ),
  op(
    'follow-group',
    'We invite the inter-agency group on the information society to coordinate this work and to open its meetings to all stakeholders.',
  ),
  op(
    'follow-commission',
    'We request the Commission on Science and Technology for Development to continue to review progress every year and to hear all stakeholders.',
  ),
  op(
    'follow-statistics',
    'We call for more support to national statistical offices, so that decisions on connectivity and skills rest on data that are timely and reliable.',
  ),
  op(
    'follow-report',
    'We request a report on the implementation of the present outcome document every two years.',
  ),
  op(
    'follow-review',
    'We decide to hold a high-level meeting on the overall review of implementation in 2035, with the participation of all relevant stakeholders in its preparation and its proceedings.',
  ),
  op(
    'follow-voluntary',
    'We encourage voluntary contributions that allow representatives of developing countries and of civil society to take part.',
  ),
];
