import { item, op, section, subitem, subsection } from './block.ts';

export const divides = [
  section('s-divides', 'II. Closing all digital divides'),
  subsection('s-access', 'Connectivity and affordability'),
  op(
    'divides-concern',
    'We express deep concern that digital divides between and within countries persist, and that some of them widen as services on which daily life depends move online.',
  ),
  op(
    'divides-universal',
    'We commit ourselves to reach universal and meaningful connectivity by 2035, and we invite each country to publish a national plan with intermediate targets.',
  ),
  op(
    'divides-afford',
    'We aim to make an entry-level broadband subscription available to everyone for less than two per cent of average monthly income.',
  ),
  op('divides-measures', 'To this end we encourage Governments, with other stakeholders, to:'),
  item(
    'divides-a',
    'Map the places and institutions without coverage, including every school and health centre;',
  ),
  item('divides-b', 'Use public funds where markets do not deliver, in particular:'),
  subitem('divides-b-i', 'Universal service funds that are transparent and spent in time;'),
  subitem('divides-b-ii', 'Guarantees that lower the cost of capital for networks in remote areas;'),
  subitem('divides-b-iii', 'Support for community networks and for local operators;'),
  item('divides-c', 'Share infrastructure and rights of way, and coordinate civil works;'),
  item('divides-d', 'Assign spectrum in ways that favour coverage over revenue.'),
  op(
    'divides-landlocked',
    'We acknowledge the particular needs of the least developed countries, landlocked developing countries and small island developing States, where the cost of international transit remains several times higher than elsewhere.',
  ),
  op(
    'divides-resilience',
    'We call for the protection of submarine cables and terrestrial routes, and for redundant links to countries that depend on a single one.',
  ),
  subsection('s-inclusion', 'Inclusion'),
  op(
    'divides-gender',
    'We commit ourselves to close the gender digital divide by 2030, and to remove the barriers that keep women and girls from access, skills, safety and leadership.',
  ),
  op(
    'divides-disability',
    'We call on public bodies and providers of essential services to make their services accessible to persons with disabilities, and to involve them in design and testing.',
  ),
  op(
    'divides-older',
    'We encourage service providers to keep human assistance and non-digital channels available to those who cannot or do not wish to use digital ones.',
  ),
  op(
    'divides-indigenous',
    'We support connectivity for Indigenous Peoples that is planned with them and respects their languages, their knowledge and their rights over data about them.',
  ),
];
