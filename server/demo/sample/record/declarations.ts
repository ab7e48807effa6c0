import type { DeclarationKind, Ground } from '../../../../shared/model/declaration.ts';
import type { SampleGroup, SampleSpeaker } from '../dialogue/said.ts';

export interface SampleDeclaration {
  readonly by: SampleSpeaker;
  readonly onBehalfOf?: SampleGroup;
  readonly kind: DeclarationKind;
  /** Keys of paragraphs. */
  readonly paragraphs: readonly string[];
  readonly term?: string;
  readonly says: string;
  readonly grounds: readonly Ground[];
  /** Who stands behind it besides, and on which paragraphs not. */
  readonly joined?: readonly { readonly by: SampleSpeaker; readonly except: readonly string[] }[];
}

/** On Rev.1: one of a group that another delegation joins with an exception, one of an organisation. */
export const sampleDeclarations: readonly SampleDeclaration[] = [
  {
    by: 'delegate',
    onBehalfOf: 'one',
    kind: 'reservation',
    paragraphs: ['rights-shutdowns', 'rights-privacy'],
    says: 'The group reserves its position on these paragraphs until its capitals have studied how they relate to national law.',
    grounds: ['sovereignty-and-domestic-law'],
    joined: [{ by: 'delegate-2', except: ['rights-privacy'] }],
  },
  {
    by: 'stakeholder',
    kind: 'explanation-of-position',
    paragraphs: ['rights-business'],
    term: 'remedies',
    says: 'We understand remedies as those that national law already offers.',
    grounds: ['agreed-language'],
  },
];
