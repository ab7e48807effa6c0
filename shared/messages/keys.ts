import type { en } from './en/index.ts';
import type { MessageValue } from './isolated.ts';

/**
 * Types of the catalogue: a key is a path such as `publish.button`; the plural forms `x_one` and `x_other`
 * (Intl.PluralRules) together make the key `x`, which needs `count`. What stands in `{{…}}` must be given.
 */
export type Catalogue = typeof en;

type Leaf<Node, Path extends string = ''> = {
  [Name in keyof Node & string]: Node[Name] extends string
    ? `${Path}${Name}`
    : Leaf<Node[Name], `${Path}${Name}.`>;
}[keyof Node & string];

type PluralForm = 'zero' | 'one' | 'two' | 'few' | 'many' | 'other';
type Stem<Key extends string> = Key extends `${infer Name}_${PluralForm}` ? Name : Key;

/** Every key with its plural forms apart, as they stand in the files. */
export type RawKey = Leaf<Catalogue>;

/** Every key a screen may ask for. */
export type MessageKey = Stem<RawKey>;

type TextAt<Node, Path extends string> = Path extends `${infer Head}.${infer Rest}`
  ? Head extends keyof Node
    ? TextAt<Node[Head], Rest>
    : never
  : Path extends keyof Node
    ? Node[Path]
    : Node[`${Path}_${PluralForm}` & keyof Node];

type Trim<Name extends string> = Name extends `${infer Before},${string}` ? Before : Name;
type Placeholder<Text> = Text extends `${string}{{${infer Name}}}${infer Rest}`
  ? Trim<Name> | Placeholder<Rest>
  : never;

type Names<Key extends MessageKey> = Placeholder<TextAt<Catalogue, Key>>;

/** The values a message needs: nothing for most, an object with every placeholder for the others. */
export type MessageValues<Key extends MessageKey> = [Names<Key>] extends [never]
  ? []
  : [values: Readonly<Record<Names<Key>, MessageValue>>];

/** What a translation holds: any part of the English catalogue; what is missing stays English. */
export type Translation<Node = Catalogue> = {
  readonly [Name in keyof Node]?: Node[Name] extends string ? string : Translation<Node[Name]>;
} & (Node extends Record<string, string> ? Readonly<Record<string, string>> : unknown);
