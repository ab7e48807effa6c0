import { item, op, section } from './block.ts';

export const enabling = [
  section('s-enabling', 'III. Enabling environment and financing'),
  op(
    'enabling-policy',
    'We resolve to maintain policy and regulatory frameworks that are predictable, transparent, technology-neutral and supportive of competition, investment and innovation.',
  ),
  op(
    'enabling-finance',
    'We recognize that closing the connectivity gap calls for investment well beyond what is now available, and that public, private and blended sources are all needed.',
  ),
  op(
    'enabling-task-force',
    'We decide to consider, within existing resources, a task force on financing for digital development, which would:',
  ),
  item('enabling-a', 'Review the adequacy of existing financial mechanisms;'),
  item('enabling-b', 'Identify obstacles that keep developing countries from using them;'),
  item('enabling-c', 'Present options to the General Assembly at its eighty-second session.'),
  op(
    'enabling-oda',
    'We call on developed countries to fulfil their official development assistance commitments, and invite development banks to report every year on what they lend for digital infrastructure and skills.',
  ),
  op(
    'enabling-transfer',
    'We encourage the transfer of technology on mutually agreed terms, and cooperation among developing countries as a complement to, and not a substitute for, other forms of cooperation.',
  ),
  op(
    'enabling-unilateral',
    'We strongly urge States to refrain from promulgating and applying any unilateral economic measure that is not in accordance with international law and that impedes the full achievement of economic and social development.',
  ),
  op(
    'enabling-public-goods',
    'We support digital public goods and digital public infrastructure that are safe, interoperable and accountable, and that leave each country free to choose how it builds them.',
  ),
  op(
    'enabling-small',
    'We commit ourselves to help micro-, small and medium-sized enterprises to trade by digital means, including through simple procedures, trusted payments and access to finance.',
  ),
];
