import { DECISIONS, type Decision } from '../../model/disposition.ts';
import type { DispositionLine, DispositionSection } from '../../model/disposition-table.ts';
import type { Synthesis, Tally, Voice } from '../../model/synthesis.ts';
import { constituencyWords, decisionWords, delegationWords, sectionName } from './table-cells.ts';
import { CONSTITUENCY_WORDS, DECISION_WORDS, KIND_WORDS, REGION_WORDS, UNDECIDED } from './words.ts';

/** What a report is made of, whatever prints it. `by`: who says the words of an item. */
export type ReportBlock =
  | { readonly kind: 'heading'; readonly level: 2 | 3 | 4; readonly text: string }
  | { readonly kind: 'said'; readonly text: string }
  | { readonly kind: 'quoted'; readonly text: string }
  | {
      readonly kind: 'table';
      readonly head: readonly string[];
      readonly rows: readonly (readonly string[])[];
    }
  | { readonly kind: 'item'; readonly by: string; readonly text: string; readonly outcome: string };

const TAKEN_UP: readonly Decision[] = ['accepted', 'accepted-in-part'];

const plural = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;

/** `Inputs received after Zero draft and up to Revision 1` */
export function synthesisName({ version, previous }: Synthesis): string {
  const until = version === null ? 'until now' : `up to ${version.name}`;
  return previous === null
    ? `Inputs received ${until}`
    : `Inputs received after ${previous.name} and ${until}`;
}

function overview({ tally, constituencies }: Synthesis): string {
  const heard = constituencies.reduce((sum, voice) => sum + voice.delegations.length, 0);
  const taken = tally.accepted + tally['accepted-in-part'];
  const rest = tally.received - taken - tally.undecided - tally.withdrawn;
  const said = [
    `${plural(taken, 'was', 'were')} taken up, ${tally['accepted-in-part']} of them in part`,
    `${plural(rest, 'was', 'were')} decided otherwise`,
    `${plural(tally.undecided, 'has', 'have')} no decision`,
    ...(tally.withdrawn === 0 ? [] : [`${plural(tally.withdrawn, 'was', 'were')} withdrawn`]),
  ];
  const came = `${plural(tally.received, 'input was', 'inputs were')} received from ${plural(heard, 'delegation', 'delegations')}`;
  return tally.received === 0 ? `${came}.` : `${came}: ${said.join('; ')}.`;
}

const counts = (tally: Tally): string[] => [
  String(tally.received),
  ...DECISIONS.map((decision) => String(tally[decision])),
  String(tally.undecided),
];

const voiceTable = <Kind extends string>(
  name: string,
  voices: readonly Voice<Kind>[],
  words: Readonly<Record<Kind, string>>,
): ReportBlock => ({
  kind: 'table',
  head: [
    name,
    'Heard',
    'Silent',
    'Received',
    ...DECISIONS.map((decision) => DECISION_WORDS[decision]),
    UNDECIDED,
  ],
  rows: voices.map(({ kind, delegations, silent, tally }) => [
    words[kind],
    String(delegations.length),
    String(silent.length),
    ...counts(tally),
  ]),
});

const inBrackets = (words: string): string => (words === '' ? '' : ` (${words})`);

function item(line: DispositionLine): ReportBlock {
  const ledTo = line.ledTo.length === 0 ? '' : ` Led to ${line.ledTo.join(', ')}.`;
  const reason = line.reason === '' ? '' : `: ${line.reason}`;
  const words = line.summary === '' ? [line.text, line.wording] : [line.summary];
  return {
    kind: 'item',
    by: `${delegationWords(line)}${inBrackets(constituencyWords(line))}, ${(KIND_WORDS[line.kind] ?? line.kind).toLowerCase()}`,
    text: words.filter((part) => part !== '').join('\n'),
    outcome:
      line.decision === null
        ? ''
        : `${decisionWords(line)}${reason}${/[.!?。؟]$/u.test(reason) || reason === '' ? '' : '.'}${ledTo}`,
  };
}

function paragraphBlocks(section: DispositionSection): ReportBlock[] {
  const lines = section.lines.filter(({ decision, withdrawn }) => decision !== null || !withdrawn);
  const group = (name: string, wanted: (line: DispositionLine) => boolean): ReportBlock[] => {
    const own = lines.filter(wanted);
    return own.length === 0 ? [] : [{ kind: 'said', text: `${name} (${own.length})` }, ...own.map(item)];
  };
  const taken = ({ decision }: DispositionLine): boolean => decision !== null && TAKEN_UP.includes(decision);
  return [
    { kind: 'heading', level: 4, text: sectionName(section) },
    ...(section.words === '' ? [] : [{ kind: 'quoted' as const, text: section.words }]),
    ...group('Taken up', taken),
    ...group('Decided otherwise', (line) => line.decision !== null && !taken(line)),
    ...group(UNDECIDED, ({ decision }) => decision === null),
  ];
}

/** The synthesis, in the order in which it is read. */
export function synthesisBlocks(synthesis: Synthesis): ReportBlock[] {
  const { silentConstituencies, constituencies, names, sections } = synthesis;
  const quiet = constituencies
    .flatMap(({ kind, silent }) => (kind === 'none' ? [] : silent))
    .map((id) => names[id] ?? '');
  return [
    { kind: 'said', text: overview(synthesis) },
    { kind: 'heading', level: 2, text: 'From whom' },
    {
      kind: 'said',
      text: 'Delegations heard and silent, inputs received, and what was decided on them.',
    },
    voiceTable('Constituency', constituencies, CONSTITUENCY_WORDS),
    ...(synthesis.regions.length === 0
      ? []
      : [voiceTable('Governments by region', synthesis.regions, REGION_WORDS)]),
    ...(silentConstituencies.length === 0
      ? []
      : [
          {
            kind: 'said' as const,
            text: `Nothing was received from: ${silentConstituencies.map((kind) => CONSTITUENCY_WORDS[kind]).join(', ')}.`,
          },
        ]),
    ...(quiet.length === 0
      ? []
      : [{ kind: 'said' as const, text: `Delegations that sent nothing: ${quiet.join(', ')}.` }]),
    ...(sections.length === 0
      ? []
      : [{ kind: 'heading' as const, level: 2 as const, text: 'By section and paragraph' }]),
    ...sections.flatMap(({ title, paragraphs }) => [
      ...(title === '' ? [] : [{ kind: 'heading' as const, level: 3 as const, text: title }]),
      ...paragraphs.flatMap(paragraphBlocks),
    ]),
  ];
}
