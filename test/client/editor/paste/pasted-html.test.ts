import { describe, expect, it } from 'vitest';
import { readPastedMarkup } from '../../../../client/editor/paste/pasted-html.ts';
import { markup } from './parse.ts';
import { printBlocks } from './print.ts';

interface Case {
  readonly name: string;
  readonly html: string;
  readonly blocks: readonly string[];
}

const WORD_HEAD = `<html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word">
<head><meta name=Generator content="Microsoft Word 15"><!--[if gte mso 9]><xml><w:WordDocument/></xml><![endif]-->
<style><!--
 p.MsoNormal {margin:0cm; font-family:"Times New Roman",serif;}
 @list l0 {mso-list-id:1; mso-list-template-ids:1;}
 @list l0:level1 {mso-level-tab-stop:none; text-indent:-18.0pt;}
 @list l0:level2 {mso-level-number-format:alpha-lower; mso-level-text:"\\(%2\\)";}
 @list l0:level3 {mso-level-number-format:roman-lower; mso-level-text:"\\(%3\\)";}
 @list l1:level1 {mso-level-number-format:bullet; mso-level-text:·;}
 @list l1:level2 {mso-level-number-format:bullet; mso-level-text:o;}
 @list l2:level1 {mso-level-number-format:alpha-lower; mso-level-text:"\\(%1\\)";}
 @list l2:level2 {mso-level-number-format:roman-lower; mso-level-text:"\\(%2\\)";}
 @list l3:level1 {mso-level-text:"PP%1";}
 @list l4:level1 {mso-level-number-format:roman-upper; mso-level-text:"%1\\.";}
--></style></head><body lang=EN-GB><!--StartFragment-->`;

const word = (body: string): string => `${WORD_HEAD}${body}<!--EndFragment--></body></html>`;

const listed = (list: string, level: number, label: string, words: string): string =>
  `<p class=MsoListParagraphCxSpMiddle style='margin-left:36.0pt;text-indent:-18.0pt;mso-list:${list} level${level} lfo1'><![if !supportLists]><span
style='mso-fareast-font-family:"Times New Roman"'><span style='mso-list:Ignore'>${label}<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp;&nbsp;&nbsp; </span></span></span><![endif]><span
lang=EN-GB>${words}<o:p></o:p></span></p>`;

const CASES: readonly Case[] = [
  {
    name: 'Word: automatic numbers become numbered paragraphs with lettered items, their printed labels gone',
    html: word(
      listed('l0', 1, '1.', 'We reaffirm the vision.') +
        listed('l0', 2, '(a)', 'Connect every school;') +
        listed('l0', 3, '(i)', 'By 2030;') +
        listed('l0', 1, '2.', 'We note.'),
    ),
    blocks: [
      'operative | We reaffirm the vision.',
      'item 1 | Connect every school;',
      'item 2 | By 2030;',
      'operative | We note.',
    ],
  },
  {
    name: 'Word: a lettered list of its own starts at the first level of items',
    html: word(listed('l2', 1, '(a)', 'First;') + listed('l2', 2, '(i)', 'Nested;')),
    blocks: ['item 1 | First;', 'item 2 | Nested;'],
  },
  {
    name: 'Word: bullets are items by their level',
    html: word(listed('l1', 1, '·', 'One') + listed('l1', 2, 'o', 'Two')),
    blocks: ['item 1 | One', 'item 2 | Two'],
  },
  {
    name: 'Word: a list that prints PP before its numbers is a preamble',
    html: word(listed('l3', 1, 'PP1', 'Recalling the outcome,')),
    blocks: ['preambular | Recalling the outcome,'],
  },
  {
    name: 'Word: title, headings and their bold look; a generated numeral stays as a pinned label',
    html: word(
      `<p class=MsoTitle><b>Draft outcome<o:p></o:p></b></p>
       <h1 style='mso-list:l4 level1 lfo2'><![if !supportLists]><span style='mso-list:Ignore'>IV.<span>&nbsp;&nbsp; </span></span><![endif]><b>Means of implementation</b></h1>
       <h4>Deep</h4><p class=MsoNormal style='mso-outline-level:2'>Outlined</p>`,
    ),
    blocks: [
      'title | Draft outcome',
      'heading 1 =IV. | Means of implementation',
      'heading 3 | Deep',
      'heading 2 | Outlined',
    ],
  },
  {
    name: 'Word: bold, italic and underline by tag and by style; spaces across runs are one',
    html: word(
      `<p class=MsoNormal><b style='mso-bidi-font-weight:normal'>We <i>urge </i></b><span style='mso-spacerun:yes'>&nbsp;</span><u>all
States</u> <span style='font-weight:bold;text-decoration:underline'>now</span>.<o:p>&nbsp;</o:p></p>`,
    ),
    blocks: ['plain | *We *'.concat('/*urge */', '_all States_', ' ', '_*now*_', '.')],
  },
  {
    name: 'Word: comments, tracked deletions, hidden text, smart tags and empty paragraphs',
    html: word(
      `<p class=MsoNormal>The <st1:place w:st="on">Geneva</st1:place> <a style='mso-comment-reference:AB_1'>text</a><span class=MsoCommentReference><span style='font-size:8pt'><a class=msocomanchor href="#_msocom_1">[AB1]</a></span></span>
       <del cite="mailto:A" datetime="2025-01-01T00:00">old</del><ins cite="mailto:A" datetime="2025-01-01T00:00">new</ins><span style='mso-hide:all'>secret</span> words</p>
       <p class=MsoNormal><o:p>&nbsp;</o:p></p>
       <div style='mso-element:comment-list'><div style='mso-element:comment'><p class=MsoCommentText>A remark</p></div></div>`,
    ),
    blocks: ['plain | The Geneva text new words'],
  },
  {
    name: 'Word: numbers typed as text, with a tab, are labels; a year is not',
    html: word(
      `<p class=MsoNormal>12.<span style='mso-tab-count:1'>&nbsp;&nbsp;&nbsp; </span>We express concern.</p>
       <p class=MsoNormal>(a)<span style='mso-tab-count:1'>    </span>First;</p><p class=MsoNormal>(i) nested;</p>
       <p class=MsoNormal>13 <i>bis</i>. We add.</p><p class=MsoNormal>PP3 Recalling,</p><p class=MsoNormal>2015 was the year.</p>`,
    ),
    blocks: [
      'operative | We express concern.',
      'item 1 | First;',
      'item 2 | nested;',
      'operative | We add.',
      'preambular | Recalling,',
      'plain | 2015 was the year.',
    ],
  },
  {
    name: 'Word: footnote text and its mark stay as text',
    html: word(
      `<p class=MsoNormal>Adopted<a style='mso-footnote-id:ftn1' href="#_ftn1"><span class=MsoFootnoteReference><sup>[1]</sup></span></a> in 2015.</p>
       <div style='mso-element:footnote-list'><br clear=all><hr><div style='mso-element:footnote' id=ftn1><p class=MsoFootnoteText><a href="#_ftnref1">[1]</a> Resolution.</p></div></div>`,
    ),
    blocks: ['plain | Adopted[1] in 2015.', 'plain | [1] Resolution.'],
  },
  {
    name: 'Word: table cells are paragraphs of their own',
    html: word(
      `<table><tr><td><p class=MsoNormal>Left</p></td><td><p class=MsoNormal>Right</p><p class=MsoNormal>below</p></td></tr></table>`,
    ),
    blocks: ['plain | Left', 'plain | Right', 'plain | below'],
  },
  {
    name: 'Word on the web: each item in a list of its own, with its level stated',
    html: `<div class="ListContainerWrapper"><ol class="NumberListStyle1" start="1"><li data-leveltext="%1." data-aria-level="1" class="OutlineElement"><p class="Paragraph"><span class="TextRun"><span class="NormalTextRun">We decide</span></span><span class="EOP">&nbsp;</span></p></li></ol></div>
      <div class="ListContainerWrapper"><ol style="list-style-type: lower-alpha" start="1"><li data-aria-level="2"><p class="Paragraph"><span class="TextRun">to meet</span><span class="EOP">&nbsp;</span></p></li></ol></div>`,
    blocks: ['operative | We decide', 'item 1 | to meet'],
  },
  {
    name: 'Google Docs: a wrapper that is not bold, styles on spans, lists by aria-level',
    html: `<meta charset='utf-8'><b style="font-weight:normal;" id="docs-internal-guid-1"><h2 dir="ltr"><span style="font-size:16pt;font-weight:700">Internet governance</span></h2>
      <p dir="ltr"><span style="font-weight:400;white-space:pre-wrap;">We </span><span style="font-weight:700;font-style:italic;white-space:pre-wrap;">commit</span><span style="white-space:pre-wrap;"> to </span><a href="https://www.un.org/" style="text-decoration:none"><span style="color:#1155cc;text-decoration:underline">peace</span></a></p><br />
      <ol style="margin-top:0"><li dir="ltr" style="list-style-type:decimal" aria-level="1"><p dir="ltr" role="presentation"><span>One</span></p></li><ol><li dir="ltr" style="list-style-type:lower-alpha" aria-level="2"><p role="presentation"><span>Two</span></p></li></ol></ol></b>`,
    blocks: [
      'heading 2 | Internet governance',
      'plain | We /*commit*/ to [peace](https://www.un.org/)',
      'operative | One',
      'item 1 | Two',
    ],
  },
  {
    name: 'LibreOffice: font tags, paragraphs in list items, the second paragraph of an item',
    html: `<html><head><style type="text/css">@page { size: 21cm 29.7cm } p { line-height: 115% }</style></head><body lang="en-GB"><h1 class="western">Preamble</h1>
      <ol type="a"><li><p style="margin-bottom: 0cm"><font face="Liberation Serif"><font size="3">First</font></font></p><p>goes on</p></li>
      <li><p><b>Second</b></p><ol type="i"><li><p>deeper</p></li></ol></li></ol></body></html>`,
    blocks: [
      'heading 1 | Preamble',
      'item 1 | First',
      'plain | goes on',
      'item 1 | *Second*',
      'item 2 | deeper',
    ],
  },
  {
    name: 'web: scripts, styles, buttons and pictures go; divisions are blocks; two breaks part paragraphs',
    html: `<article><script>alert(1)</script><style>p{color:red}</style><div>First <button>Share</button>part<br>goes on<br><br>Second<img src="x.png" onerror="alert(1)"></div><svg><text>chart</text></svg><p onclick="alert(1)">Third</p></article>`,
    blocks: ['plain | First part goes on', 'plain | Second', 'plain | Third'],
  },
  {
    name: 'web: links keep http, https and mailto alone; an in-page or scripted link is text',
    html: `<p><a href="http://a.example/x">a</a> <a href="mailto:b@example.org">b</a> <a href="javascript:alert(1)">c</a> <a href="#top">d</a> <a href="file:///etc">e</a> <a href="/rel">f</a></p>`,
    blocks: ['plain | [a](http://a.example/x) [b](mailto:b@example.org) c d e f'],
  },
  {
    name: 'web: a no-break space between words stays, padding of them goes',
    html: `<p>&nbsp;&nbsp;10&nbsp;% of&nbsp; all &laquo;&nbsp;pays&nbsp;&raquo;<span class="Apple-converted-space">&nbsp;</span></p>`,
    blocks: ['plain | 10~% of all «~pays~»'],
  },
  {
    name: 'web: invisible characters go, joiners and direction marks stay',
    html: '<p>a\u200Bb\u00ADc \u200Fd\u200Ce\uFEFF</p>',
    blocks: ['plain | abc \u200Fd\u200Ce'],
  },
  {
    name: 'Arabic: direction comes from the words; stated right-to-left stays only against them',
    html: `<p dir="rtl">نؤكد من جديد</p><p dir="rtl">WSIS outcome</p><p dir="ltr">Text</p>`,
    blocks: ['plain | نؤكد من جديد', 'plain rtl | WSIS outcome', 'plain | Text'],
  },
  {
    name: 'a whole sentence in bold stays bold where it is no heading',
    html: `<p><b>Agreed ad referendum</b></p>`,
    blocks: ['plain | *Agreed ad referendum*'],
  },
  {
    name: 'our own copy: printed labels in it are not text',
    html: `<p><span data-printed-label="">12.</span> We note.</p>`,
    blocks: ['plain | We note.'],
  },
];

describe('pasted markup', () => {
  it.each(CASES)('U40: $name', ({ html, blocks }) => {
    expect(printBlocks(readPastedMarkup(markup(html)))).toEqual(blocks);
  });

  it('U41: says what was left out', () => {
    const { leftOut } = readPastedMarkup(
      markup(
        `<p>a<img src=x><del datetime="2025">b</del><s>c</s></p><div style="mso-element:comment">d</div>`,
      ),
    );
    expect(leftOut).toEqual({ pictures: 1, comments: 1, deletions: 1, struck: 1 });
  });
});
