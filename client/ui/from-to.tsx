import { Moment } from './moment.tsx';

/** Stand for both moments in a sentence of the catalogue: private characters, which no words hold. */
export const FROM_TO = { from: '\uE000', to: '\uE001' } as const;

interface FromToProps {
  /** A sentence that was filled with `FROM_TO`; a translation may name them in any order. */
  readonly words: string;
  readonly from: string;
  readonly to: string;
}

/**
 * A sentence with two moments in it. It has its own direction, and so has each of them: where words are English still in
 * an interface from right to left, what stands first would otherwise seem to be the second.
 */
export function FromTo({ words, from, to }: FromToProps) {
  return (
    <bdi>
      {words.split(/([\uE000\uE001])/u).map((part) =>
        part !== FROM_TO.from && part !== FROM_TO.to ? (
          part
        ) : (
          <bdi key={part}>
            <Moment iso={part === FROM_TO.from ? from : to} />
          </bdi>
        ),
      )}
    </bdi>
  );
}
