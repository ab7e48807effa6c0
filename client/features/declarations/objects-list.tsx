import { useMemo } from 'react';
import { Link } from 'wouter';
import { termOccurrences } from '../../../shared/domain/term-occurrences.ts';
import type { Declaration, DeclarationObject } from '../../../shared/model/declaration.ts';
import type { ParagraphId } from '../../../shared/model/ids.ts';
import { type Translate, useMessages } from '../../ui/messages.ts';
import { termQuestion, textAddress } from './addresses.ts';
import { paragraphName } from './record.ts';
import type { RecordText } from './use-record-text.ts';

/** One object in words: “Paragraph 12”, “The term “gender””. */
export function objectWords(object: DeclarationObject, t: Translate): string {
  switch (object.on) {
    case 'text':
      return t('declarations.on.text');
    case 'paragraph':
      return object.label === ''
        ? t('declarations.on.unnumbered')
        : t('declarations.on.paragraph', { label: object.label });
    case 'term':
      return t('declarations.on.term', { term: object.term });
    case 'reference':
      return t('declarations.on.reference', { reference: object.reference });
    case 'absent':
      return t('declarations.on.absent', { language: object.language });
  }
}

/** How many are named in a line before the rest is counted. */
const NAMED = 6;

/** What a declaration is on, in a line: its paragraphs together, then the rest. */
export function objectsInLine(objects: Declaration['objects'], t: Translate): string {
  const shown = objects.slice(0, NAMED);
  const paragraphs = shown.filter(({ on }) => on === 'paragraph');
  const together =
    paragraphs.length > 1 && paragraphs.every((one) => one.on === 'paragraph' && one.label !== '');
  const labels = paragraphs.map((one) => (one.on === 'paragraph' ? one.label : '')).join(', ');
  const named = [
    ...(together ? [t('declarations.on.paragraphs', { labels })] : []),
    ...shown.filter((one) => !together || one.on !== 'paragraph').map((object) => objectWords(object, t)),
  ];
  const more = objects.length - shown.length;
  return [...named, ...(more > 0 ? [t('declarations.on.more', { count: more })] : [])].join(' · ');
}

interface ObjectsListProps {
  readonly declaration: Declaration;
  /** The version it speaks of; null while it is fetched. */
  readonly text: RecordText | null;
}

/** What a declaration is on: links to the paragraphs, and where its terms stand. */
export function ObjectsList({ declaration, text }: ObjectsListProps) {
  const { t } = useMessages();
  const { documentId, version, objects } = declaration;
  return (
    <ul className="declaration-objects">
      {objects.map((object, k) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: objects have no identity but their place
        <li key={k}>
          {object.on === 'paragraph' ? (
            <>
              <Link href={textAddress(documentId, version, object.paragraph)}>
                <bdi>{objectWords(object, t)}</bdi>
              </Link>
              <Gist paragraph={object.paragraph} text={text} />
            </>
          ) : object.on === 'text' ? (
            <Link href={textAddress(documentId, version)}>{objectWords(object, t)}</Link>
          ) : (
            <Named object={object} declaration={declaration} text={text} />
          )}
        </li>
      ))}
    </ul>
  );
}

/** How much of a paragraph is quoted beside its number. */
const GIST = 110;

function Gist({ paragraph, text }: { paragraph: ParagraphId; text: RecordText | null }) {
  const words = text?.byId.get(paragraph)?.text ?? '';
  if (words === '') return null;
  return (
    <span className="declaration-gist" dir="auto">
      {words.length > GIST ? `${words.slice(0, GIST).trimEnd()}…` : words}
    </span>
  );
}

type Named = Extract<DeclarationObject, { on: 'term' | 'reference' | 'absent' }>;

function Named({
  object,
  declaration: { documentId, version },
  text,
}: ObjectsListProps & { readonly object: Named }) {
  const { t } = useMessages();
  const said =
    object.on === 'term' ? object.term : object.on === 'reference' ? object.reference : object.language;
  const found = useMemo(() => {
    if (text === null) return null;
    const occurrences = termOccurrences(text.searchable, said);
    return { count: occurrences.length, paragraphs: [...new Set(occurrences.map((one) => one.paragraph))] };
  }, [text, said]);
  return (
    <>
      <Link href={termQuestion(documentId, said)}>
        <bdi>{objectWords(object, t)}</bdi>
      </Link>{' '}
      {found === null ? null : (
        <span className="soft small">
          {found.count === 0
            ? t(object.on === 'absent' ? 'declarations.occurs.absent' : 'declarations.occurs.none')
            : t('declarations.occurs.count', { count: found.count })}{' '}
          {found.paragraphs.map((paragraph, k) => (
            <span key={paragraph}>
              {k === 0 ? '' : ', '}
              <Link href={textAddress(documentId, version, paragraph)}>
                <bdi>{paragraphName(paragraph, text, t)}</bdi>
              </Link>
            </span>
          ))}
        </span>
      )}
    </>
  );
}
