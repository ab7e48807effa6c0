import { item, op } from './block.ts';
import type { SampleEdit } from './edit.ts';

/** What has been drafted since Rev.1: the working text as a visitor of the demonstration finds it. */
export const workingText: readonly SampleEdit[] = [
  {
    by: 'drafter-2',
    act: 'replace',
    key: 'pp-divides',
    old: 'a large part of the world’s population remains offline',
    new: 'nearly a third of the world’s population remains offline',
  },
  {
    by: 'drafter-1',
    act: 'replace',
    key: 'vision-principles',
    old: 'guide all that we undertake',
    new: 'shall guide all that we undertake',
  },
  {
    by: 'drafter-3',
    act: 'insert',
    after: 'vision-e',
    block: item(
      'vision-f',
      'Solidarity with those who have contributed least to the risks and bear most of them.',
    ),
  },
  {
    by: 'drafter-1',
    act: 'insert',
    after: 'divides-afford',
    block: op(
      'divides-devices',
      'We encourage measures that make devices affordable, including refurbishment, fair taxation and payment by instalments.',
    ),
  },
  {
    by: 'drafter-3',
    act: 'replace',
    key: 'divides-afford',
    old: 'less than two per cent',
    new: 'less than [two] [one] per cent',
  },
  { by: 'drafter-2', act: 'move', key: 'divides-resilience', after: 'security-trust' },
  {
    by: 'drafter-1',
    act: 'split',
    key: 'enabling-oda',
    before: 'and invite development banks',
    newKey: 'enabling-banks',
  },
  { by: 'drafter-1', act: 'replace', key: 'enabling-oda', old: 'commitments, ', new: 'commitments.' },
  {
    by: 'drafter-1',
    act: 'replace',
    key: 'enabling-banks',
    old: 'and invite development banks',
    new: 'We invite multilateral and regional development banks',
  },
  {
    by: 'drafter-3',
    act: 'replace',
    key: 'rights-shutdowns',
    old: 'in violation of international law',
    new: 'in violation of international law, [and to publish the reasons where they do]',
  },
  { by: 'drafter-2', act: 'remove', key: 'culture-heritage' },
  {
    by: 'drafter-2',
    act: 'insert',
    after: 'rights-defenders',
    block: op(
      'rights-remedy',
      'We encourage States to make remedies known and available, in the languages people speak, to those whose rights have been infringed by digital means.',
    ),
  },
  {
    by: 'drafter-1',
    act: 'replace',
    key: 'ai-c',
    old: 'in the setting of norms',
    new: 'in the setting of norms and standards',
  },
  {
    by: 'drafter-3',
    act: 'replace',
    key: 'gov-forum',
    old: 'funding that is predictable, sustainable and open to scrutiny',
    new: 'funding from the regular budget and from voluntary contributions',
  },
  {
    by: 'drafter-2',
    act: 'replace',
    key: 'follow-report',
    old: 'every two years',
    new: 'in 2028, 2031 and 2034',
  },
];
