import { Moment } from './moment.tsx';

/** Stand for both moments in a sentence of the catalogue: private characters, which no words hold. */
export const FROM_TO = { from: '\uE000', to: '\uE001' } as const;

interface FromToProps {
  /** A sentence that was filled with `FROM_TO`; a translation may name them in any order. */
  readonly words: string;
  readonly from: string;
  readonly to: string;
}

/** A sentence with two moments in it, each of which keeps its own order in text of the other direction. */
export function FromTo({ words, from, to }: FromToProps) {
  return words.split(/([\uE000\uE001])/u).map((part) => {
    if (part !== FROM_TO.from && part !== FROM_TO.to) return part;
    return (
      <bdi key={part}>
        <Moment iso={part === FROM_TO.from ? from : to} />
      </bdi>
    );
  });
}
