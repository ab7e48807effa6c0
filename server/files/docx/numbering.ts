/** Numbers that Word prints before paragraphs: computed from numbering.xml as Word computes them (ECMA-376 part 1, 17.9). */

import { child, childrenNamed, type Element, valOf } from '../xml.ts';
import { formatNumber } from './number-format.ts';
import { type Styles, said } from './styles.ts';
import { onOff } from './toggle.ts';

const LEVELS = 9;

interface Level {
  readonly start: number;
  readonly format: string;
  readonly text: string;
  /** Level (from 1) whose use restarts this one; 0: never; null: any higher level. */
  readonly restart: number | null;
  readonly legal: boolean;
  readonly style: string | null;
}

interface List {
  /** Lists of one abstract definition count on together. */
  readonly counter: string;
  readonly levels: readonly (Level | undefined)[];
  /** Starts that this list sets when it is first used. */
  readonly starts: readonly (number | undefined)[];
}

/** What is printed before a paragraph, and how deep its list is. */
export interface PrintedNumber {
  readonly label: string;
  readonly bullet: boolean;
  /** From 0. */
  readonly level: number;
}

const number = (value: string | undefined, otherwise: number): number =>
  value !== undefined && /^-?\d{1,9}$/.test(value) ? Number(value) : otherwise;

const readLevel = (element: Element): Level => ({
  start: number(valOf(element, 'start'), 0),
  format: valOf(element, 'numFmt') ?? 'decimal',
  text: valOf(element, 'lvlText') ?? '',
  restart: child(element, 'lvlRestart') === undefined ? null : number(valOf(element, 'lvlRestart'), 0),
  legal: onOff(element, 'isLgl') === true,
  style: valOf(element, 'pStyle') ?? null,
});

function readLevels(parent: Element | undefined): (Level | undefined)[] {
  const levels: (Level | undefined)[] = [];
  for (const element of childrenNamed(parent, 'lvl')) {
    const at = number(element.attributes.ilvl, -1);
    if (at >= 0 && at < LEVELS) levels[at] = readLevel(element);
  }
  return levels;
}

function readLists(root: Element | null, styles: Styles): Map<string, List> {
  const abstracts = new Map(
    childrenNamed(root ?? undefined, 'abstractNum').map((each) => [
      each.attributes.abstractNumId ?? '',
      each,
    ]),
  );
  const numbers = childrenNamed(root ?? undefined, 'num');
  /** A definition may stand in a numbering style: follow the style to its list, once. */
  const definition = (id: string): Element | undefined => {
    const found = abstracts.get(id);
    const link = valOf(found, 'numStyleLink');
    if (link === undefined) return found;
    const linked = said(styles.chain(link), (style) => style.numberId);
    const target = numbers.find((each) => each.attributes.numId === linked);
    return abstracts.get(valOf(target, 'abstractNumId') ?? '') ?? found;
  };
  return new Map(
    numbers.map((element) => {
      const abstract = definition(valOf(element, 'abstractNumId') ?? '');
      const levels = readLevels(abstract);
      const starts: (number | undefined)[] = [];
      for (const override of childrenNamed(element, 'lvlOverride')) {
        const at = number(override.attributes.ilvl, -1);
        if (at < 0 || at >= LEVELS) continue;
        const level = child(override, 'lvl');
        if (level !== undefined) levels[at] = readLevel(level);
        if (child(override, 'startOverride') !== undefined)
          starts[at] = number(valOf(override, 'startOverride'), 1);
      }
      const counter = abstract?.attributes.abstractNumId ?? `num ${element.attributes.numId}`;
      return [element.attributes.numId ?? '', { counter, levels, starts }];
    }),
  );
}

/** Characters of symbol fonts that stand for bullets live in a private area; a plain bullet stands for them all. */
const bulletOf = (text: string): string => {
  const bare = text.trim();
  return bare === '' || /[\uE000-\uF8FF]/.test(bare) ? '•' : bare;
};

export interface Numbering {
  /** Counts one paragraph on and answers what is printed before it, or null: nothing. `styleId` finds levels linked to styles. */
  next(numberId: string, level: number | null, styleId: string | null): PrintedNumber | null;
}

export function readNumbering(root: Element | null, styles: Styles): Numbering {
  const lists = readLists(root, styles);
  const counts = new Map<string, (number | undefined)[]>();
  const begun = new Set<string>();
  return {
    next(numberId, wanted, styleId) {
      const list = lists.get(numberId);
      if (list === undefined) return null;
      const linked = list.levels.findIndex((each) => each?.style === styleId && styleId !== null);
      const at = Math.min(LEVELS - 1, wanted ?? (linked === -1 ? 0 : linked));
      const level = list.levels[at];
      if (level === undefined) return null;
      const count = counts.get(list.counter) ?? [];
      counts.set(list.counter, count);
      const first = `${numberId} ${at}`;
      if (list.starts[at] !== undefined && !begun.has(first)) count[at] = list.starts[at];
      else count[at] = count[at] === undefined ? level.start : (count[at] as number) + 1;
      begun.add(first);
      for (let deeper = at + 1; deeper < LEVELS; deeper++) {
        const restart = list.levels[deeper]?.restart ?? null;
        if (restart === null ? true : restart !== 0 && at < restart) count[deeper] = undefined;
      }
      if (level.format === 'bullet') return { label: bulletOf(level.text), bullet: true, level: at };
      const label = level.text.replace(/%([1-9])/g, (_, digit) => {
        const k = Number(digit) - 1;
        const value = count[k] ?? list.levels[k]?.start ?? 1;
        return formatNumber(value, level.legal ? 'decimal' : (list.levels[k]?.format ?? 'decimal'));
      });
      return label.trim() === '' ? null : { label: label.trim(), bullet: false, level: at };
    },
  };
}
