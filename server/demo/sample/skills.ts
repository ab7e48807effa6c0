import { item, op, section } from './block.ts';

export const skills = [
  section('s-skills', 'IV. Skills, education and work'),
  op(
    'skills-right',
    'We reaffirm that education is a right, and that digital skills and media and information literacy are part of what everyone should be able to learn throughout life.',
  ),
  op(
    'skills-schools',
    'We commit ourselves to connect every school to the Internet by 2030 and to support teachers with training, content and time.',
  ),
  op(
    'skills-targets',
    'We encourage Governments to include in their national strategies targets for basic, intermediate and advanced digital skills, and to report on how they are met.',
  ),
  op('skills-capacity', 'We call for stronger capacity-building that is:'),
  item('skills-a', 'Driven by the needs that countries themselves have stated;'),
  item('skills-b', 'Delivered in local languages and through local institutions;'),
  item('skills-c', 'Sustained beyond the life of a single project.'),
  op(
    'skills-work',
    'We recognize that automation and platforms change the nature of work, and we commit ourselves to social dialogue, social protection and decent work in the digital economy.',
  ),
  op(
    'skills-research',
    'We encourage research cooperation, fair access to computing capacity and to scientific publications, and exchanges among universities of all regions.',
  ),
  section('s-culture', 'V. Languages, culture and media'),
  op(
    'culture-languages',
    'We commit ourselves to a multilingual Internet, including internationalized domain names and e-mail addresses, local content, and tools for languages with few written resources.',
  ),
  op(
    'culture-heritage',
    'We support the preservation of cultural heritage in digital form, with respect for the communities to which it belongs.',
  ),
  op(
    'culture-media',
    'We reaffirm the importance of free, independent and plural media, and we condemn attacks and reprisals against journalists, online and offline.',
  ),
  op(
    'culture-creators',
    'We note the concern of authors, performers and other creators that their works are used without their knowledge, and encourage fair arrangements in keeping with the international rules on intellectual property.',
  ),
  op(
    'culture-children',
    'We call on all stakeholders to protect and empower children online, taking into account their age and evolving capacities and hearing their own views.',
  ),
];
