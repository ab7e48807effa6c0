import { item, op, section } from './block.ts';

export const rights = [
  section('s-rights', 'VI. Human rights'),
  op(
    'rights-foundation',
    'We affirm that human rights are at the centre of the information society, and that they must be respected, protected and promoted throughout the life cycle of digital technologies.',
  ),
  op(
    'rights-shutdowns',
    'We call upon States to refrain from Internet shutdowns and from measures that block or slow access in violation of international law.',
  ),
  op(
    'rights-privacy',
    'We recognize the right to privacy, and commit ourselves to ensure that surveillance, interception and the collection of personal data are lawful, necessary and proportionate and subject to independent oversight.',
  ),
  op(
    'rights-expression',
    'We reaffirm the freedom to seek, receive and impart information and ideas, and that any restriction must be provided by law and necessary for a legitimate aim.',
  ),
  op(
    'rights-business',
    'We call on business enterprises, in keeping with their responsibility to respect human rights, to:',
  ),
  item(
    'rights-a',
    'Assess the impact of their products and services on human rights, and publish what they find;',
  ),
  item('rights-b', 'Offer effective remedies to those who are harmed;'),
  item('rights-c', 'Explain how content is recommended, moderated and paid for.'),
  op(
    'rights-violence',
    'We condemn violence against women and girls that occurs through or is amplified by technology, and commit ourselves to prevent it and to end impunity for it.',
  ),
  op(
    'rights-defenders',
    'We encourage States to create and maintain a safe environment for civil society and for human rights defenders, in which they can use digital means without fear.',
  ),
  section('s-security', 'VII. Confidence and security'),
  op(
    'security-trust',
    'We affirm that confidence and security in the use of information and communications technologies are a condition of development, and should be built with full respect for human rights.',
  ),
  op(
    'security-cooperation',
    'We encourage cooperation among national incident response teams, and support for countries that wish to establish one.',
  ),
  op(
    'security-crime',
    'We underline the need to prevent and prosecute crimes committed by digital means, through international cooperation that includes safeguards for human rights.',
  ),
  op(
    'security-encryption',
    'We recognize that strong encryption and anonymity can be important to the exercise of human rights and to the security of commerce.',
  ),
  op(
    'security-critical',
    'We call upon States not to conduct or knowingly support activity that intentionally damages the general availability or integrity of the public core of the Internet.',
  ),
];
