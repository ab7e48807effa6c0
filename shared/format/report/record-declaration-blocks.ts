import type { DocumentRecord, RecordDeclaration } from '../../model/record.ts';
import type { RecordBlock } from './record-block.ts';
import {
  capital,
  dayWords,
  GROUND_WORDS,
  kindHeading,
  momentWords,
  objectWords,
  timeCode,
  voiceWords,
} from './record-words.ts';
import { CONSTITUENCY_WORDS } from './words.ts';

const said = (text: string): RecordBlock[] => (text === '' ? [] : [{ kind: 'said', text }]);

/** Declarations in full by kind, governments first and others under a heading of their own. */
export function declarationBlocks({ declarations }: DocumentRecord): RecordBlock[] {
  if (declarations.length === 0) return said('No declarations are on record.');
  return [true, false].flatMap((governmental): RecordBlock[] => {
    const own = declarations.filter((one) => one.governmental === governmental);
    if (own.length === 0) return [];
    const kinds = [...new Set(own.map(({ kind }) => kind))];
    return [
      { kind: 'heading', level: 3, text: governmental ? 'Of governments' : 'Of others than governments' },
      ...kinds.flatMap((kind): RecordBlock[] => [
        { kind: 'said', text: `${kindHeading(kind)} (${own.filter((one) => one.kind === kind).length})` },
        ...own.filter((one) => one.kind === kind).flatMap(declaration),
      ]),
    ];
  });
}

function declaration(one: RecordDeclaration): RecordBlock[] {
  const { holder, constituency, objects, statement, original, grounds, recording, written } = one;
  const who =
    constituency === null || constituency === 'government'
      ? holder
      : `${holder} (${CONSTITUENCY_WORDS[constituency].toLowerCase()})`;
  const filed = one.filed === 'before-adoption' ? 'before adoption' : 'after adoption';
  return [
    { kind: 'heading', level: 4, text: who },
    ...said(
      [
        `Filed ${momentWords(one.at)}, ${filed}, on ${one.version}`,
        one.correctedAt === null ? '' : `corrected ${dayWords(one.correctedAt)}`,
        one.withdrawnAt === null ? '' : `withdrawn ${dayWords(one.withdrawnAt)}`,
      ]
        .filter((part) => part !== '')
        .join('; ')
        .concat('.'),
    ),
    ...said(objects.length === 0 ? '' : `On ${objects.map(objectWords).join('; on ')}.`),
    ...said(voiceWords(one.voices)),
    ...said(
      grounds.length === 0
        ? ''
        : `${capital(`grounds: ${grounds.map((ground) => GROUND_WORDS[ground]).join(', ')}`)}.`,
    ),
    { kind: 'words', words: statement },
    ...(original === null
      ? []
      : [...said(`Original (${original.language}):`), { kind: 'words' as const, words: original }]),
    ...(recording === null
      ? []
      : [
          {
            kind: 'link' as const,
            text: recording.at === null ? 'Recording' : `Recording at ${timeCode(recording.at)}`,
            address: recording.url,
          },
        ]),
    ...(written === null ? [] : [{ kind: 'link' as const, text: 'Written statement', address: written }]),
  ];
}
