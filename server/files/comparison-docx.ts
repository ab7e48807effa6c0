import { strToU8, zipSync } from 'fflate';
import type { ComparableBlock, Comparison } from '../../shared/compare/comparison.ts';
import { trackParagraphs } from '../../shared/format/track-paragraphs.ts';
import { type Attribution, ComparisonDocxPrinter, escapeXml } from './comparison-docx-xml.ts';

export interface ComparisonDocxOptions {
  readonly title: string;
  /** When the file is made, ISO 8601: also the date of every change that has no better one. */
  readonly date: string;
  /** Whose change a row is, where that is known. Null: nobody's in particular. */
  readonly attribute?: (row: number) => Attribution | null;
}

/** Whom changes are attributed to when nobody else is known. */
export const DEFAULT_AUTHOR = 'Sounding Board';

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const WORD_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml';

const CONTENT_TYPES =
  `${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
  `<Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${WORD_TYPE}.document.main+xml"/>` +
  `<Override PartName="/word/styles.xml" ContentType="${WORD_TYPE}.styles+xml"/>` +
  '<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>';

const RELATIONSHIPS =
  `${XML}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="word/document.xml"/>` +
  `<Relationship Id="rId2" Type="${PACKAGE}/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>`;

const DOCUMENT_RELATIONSHIPS = `${XML}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`;

const heading = (level: number, halfPoints: number): string =>
  `<w:style w:type="paragraph" w:styleId="Heading${level}"><w:name w:val="heading ${level}"/><w:basedOn w:val="Normal"/><w:next w:val="Normal"/>` +
  `<w:pPr><w:keepNext/><w:spacing w:before="240"/><w:outlineLvl w:val="${level - 1}"/></w:pPr><w:rPr><w:b/><w:bCs/><w:sz w:val="${halfPoints}"/></w:rPr></w:style>`;

const STYLES =
  `${XML}<w:styles xmlns:w="${WORD}"><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:cs="Times New Roman"/>` +
  '<w:sz w:val="22"/><w:szCs w:val="22"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="120" w:line="264" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>' +
  '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>' +
  '<w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/><w:basedOn w:val="Normal"/><w:rPr><w:b/><w:bCs/><w:sz w:val="32"/></w:rPr></w:style>' +
  `${heading(1, 28)}${heading(2, 26)}${heading(3, 24)}</w:styles>`;

const coreProperties = (title: string, date: string): string =>
  `${XML}<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">` +
  `<dc:title>${escapeXml(title)}</dc:title><dc:creator>${DEFAULT_AUTHOR}</dc:creator><dcterms:created xsi:type="dcterms:W3CDTF">${escapeXml(date)}</dcterms:created></cp:coreProperties>`;

/** Dates inside the package are whole seconds in UTC. */
const wholeSeconds = (date: string): string => `${date.slice(0, 19)}Z`;

/** LibreOffice (7.4) joins insertions of one author that are dated up to a minute apart. */
const APART = 120_000;

/**
 * Whose each row is. Joined across the end of a paragraph that nobody changed, insertions take that end with them
 * when they are rejected: so a row is dated two minutes after the row before it where the two would be joined.
 */
function attributeRows(rows: number, options: ComparisonDocxOptions): Attribution[] {
  const attributions: Attribution[] = [];
  for (let row = 0; row < rows; row++) {
    const known = options.attribute?.(row) ?? { author: DEFAULT_AUTHOR, date: options.date };
    const before = attributions[row - 1];
    const date = wholeSeconds(known.date);
    const clashes =
      before?.author === known.author && Math.abs(Date.parse(before.date) - Date.parse(date)) < APART;
    const later = () => wholeSeconds(new Date(Date.parse(date) + APART).toISOString());
    attributions.push({ author: known.author, date: clashes ? later() : date });
  }
  return attributions;
}

/** A .docx whose tracked changes lead from one text to the other, to be accepted or rejected one by one. */
export function writeComparisonDocx(
  comparison: Comparison,
  from: readonly ComparableBlock[],
  to: readonly ComparableBlock[],
  options: ComparisonDocxOptions,
): Uint8Array {
  const attributions = attributeRows(comparison.rows.length, options);
  const printer = new ComparisonDocxPrinter((row) => attributions[row] as Attribution);
  const paragraphs = trackParagraphs(comparison, from, to).map((paragraph) => printer.paragraph(paragraph));
  const body = paragraphs.length === 0 ? '<w:p/>' : paragraphs.join('');
  const document =
    `${XML}<w:document xmlns:w="${WORD}"><w:body>${body}<w:sectPr><w:pgSz w:w="11906" w:h="16838"/>` +
    '<w:pgMar w:top="1417" w:right="1417" w:bottom="1417" w:left="1417" w:header="708" w:footer="708" w:gutter="0"/></w:sectPr></w:body></w:document>';
  const parts: Record<string, string> = {
    '[Content_Types].xml': CONTENT_TYPES,
    '_rels/.rels': RELATIONSHIPS,
    'word/document.xml': document,
    'word/_rels/document.xml.rels': DOCUMENT_RELATIONSHIPS,
    'word/styles.xml': STYLES,
    'docProps/core.xml': coreProperties(options.title, wholeSeconds(options.date)),
  };
  const zipped = Object.fromEntries(
    Object.entries(parts).map(([name, text]) => [name, strToU8(text)] as const),
  );
  return zipSync(zipped, { mtime: new Date(options.date) });
}
