import { item, op, section } from './block.ts';

export const data = [
  section('s-data', 'VIII. Data and emerging technologies'),
  op(
    'data-governance',
    'We recognize that responsible and interoperable data governance is essential to development, and that its benefits should be shared fairly among those from whom data come.',
  ),
  op(
    'data-flows',
    'We encourage cross-border data flows with trust, while recognizing that countries may protect personal data and legitimate public interests by non-discriminatory measures.',
  ),
  op(
    'ai-opportunity',
    'We note the rapid development of artificial intelligence, the opportunities it brings for health, education, agriculture and public services, and the risk that new divides will open between those who build it and those who do not.',
  ),
  op('ai-principles', 'We commit ourselves to an approach to artificial intelligence that is:'),
  item('ai-a', 'Safe, secure and trustworthy, under meaningful human oversight;'),
  item('ai-b', 'Fair, without bias that discriminates against persons or groups;'),
  item('ai-c', 'Open to the participation of developing countries in the setting of norms;'),
  item('ai-d', 'Sparing with energy and water.'),
  op(
    'ai-capacity',
    'We propose a programme of capacity-building on artificial intelligence for developing countries, with voluntary contributions of computing time, open models, training data and expertise.',
  ),
  op(
    'ai-information',
    'We are concerned by the spread of false and misleading content, including content made or altered by machines, and encourage labelling, media literacy and support for public-interest information.',
  ),
  op(
    'data-environment',
    'We call on all stakeholders to report the environmental footprint of data centres, networks and devices by common methods, and to design devices that last and can be repaired.',
  ),
];
