import {
  HeadingLevel,
  HighlightColor,
  type IRunOptions,
  PageOrientation,
  Paragraph,
  Tab,
  TextRun,
} from 'docx';
import { firstStrong } from '../../../shared/format/language.ts';
import { countsInWords, legendOf } from '../../../shared/format/rolling/legend.ts';
import { rollingLabel } from '../../../shared/format/rolling/print-text.ts';
import { type RollingSpan, type SpanTone, spansOf } from '../../../shared/format/rolling/spans.ts';
import { UNPLACED } from '../../../shared/format/rolling/write-html.ts';
import type { ReportHead } from '../../../shared/model/report.ts';
import type { RollingParagraph, RollingText } from '../../../shared/model/rolling.ts';
import { cleaned, styleId } from '../docx/write-docx.ts';
import { reportDocx, textRuns } from './report-docx.ts';

/** Highlight and a mark that is no colour; brackets and names say the same in words. */
const TONES: Readonly<Record<SpanTone, Partial<IRunOptions>>> = {
  text: {},
  struck: { highlight: HighlightColor.LIGHT_GRAY, strike: true },
  inserted: { highlight: HighlightColor.YELLOW, underline: {} },
  bracket: { bold: true },
  by: { bold: true },
  said: { italics: true },
};

function spanRun({ tone, text, marks }: RollingSpan): TextRun {
  return new TextRun({
    text: cleaned(text),
    rightToLeft: firstStrong(text) === 'rtl',
    ...(marks.bold ? { bold: true } : {}),
    ...(marks.italic ? { italics: true } : {}),
    ...(marks.underline ? { underline: {} } : {}),
    ...TONES[tone],
  });
}

function rollingParagraph(paragraph: RollingParagraph): Paragraph {
  const { kind, level, dir, pieces } = paragraph;
  const label = rollingLabel(paragraph);
  const words = pieces.flatMap(({ runs }) => runs.map(({ text }) => text)).join('');
  const rightToLeft = dir === 'rtl' || (dir === 'auto' && firstStrong(words) === 'rtl');
  const head =
    label === ''
      ? []
      : [new TextRun({ text: cleaned(label), rightToLeft }), new TextRun({ children: [new Tab()] })];
  return new Paragraph({
    style: styleId(kind, level),
    bidirectional: rightToLeft,
    children: [...head, ...spansOf(paragraph).map(spanRun)],
  });
}

function legend(rolling: RollingText): Paragraph[] {
  const small = { size: 18 };
  const lines = legendOf(rolling).map(
    ([sign, meaning]) =>
      new Paragraph({
        style: 'SBHeader',
        children: [...textRuns(`${sign}  `, { ...small, bold: true }), ...textRuns(meaning, small)],
      }),
  );
  const counts = new Paragraph({ style: 'SBHeader', children: textRuns(countsInWords(rolling), small) });
  const note = new Paragraph({
    style: 'SBHeader',
    spacing: { after: 360 },
    children: textRuns(
      'Proposed words are underlined on yellow, words in dispute struck through on grey.',
      small,
    ),
  });
  return rolling.signs.includes('brackets') ? [counts, ...lines, note] : [counts, ...lines];
}

/** The rolling text in Word. */
export const writeRollingDocx = (head: ReportHead, rolling: RollingText): Promise<Uint8Array> =>
  reportDocx(
    {
      ...head,
      what: 'rolling text',
      words: rolling.paragraphs
        .flatMap(({ pieces }) => pieces.flatMap(({ runs }) => runs.map(({ text }) => text)))
        .join('\n'),
      orientation: PageOrientation.PORTRAIT,
    },
    [
      ...legend(rolling),
      ...rolling.paragraphs.map(rollingParagraph),
      ...(rolling.unplaced.length === 0
        ? []
        : [
            new Paragraph({
              heading: HeadingLevel.HEADING_2,
              spacing: { before: 480, after: 160 },
              children: textRuns(UNPLACED),
            }),
            ...rolling.unplaced.map(rollingParagraph),
          ]),
    ],
  );
