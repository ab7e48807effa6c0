/**
 * Every number that decides how two texts are linked, in one place. Weights are information: a word that stands
 * in one of N blocks weighs ln N, a word in all of them nothing, so that boilerplate ("sustainable development",
 * "Reaffirming also") counts little. Similarities and coverages run from 0 to 1.
 * How far each can be turned without loss is printed by `npm run -s evaluate -- DIR --vary`.
 */
export interface Thresholds {
  /** Two blocks link in any order from this similarity on. */
  readonly linkAnywhere: number;
  /** Two blocks whose neighbours are linked to each other link from this similarity on. */
  readonly linkBetweenNeighbours: number;
  /** Added to a pair's similarity, when choosing among rivals, for each neighbour linked in step. */
  readonly neighbourBonus: number;
  /** A second partner needs this share of its own weight in words that the first partner leaves unexplained. */
  readonly secondPartnerCoverage: number;
  /** A second partner that is only partly taken over needs at least this weight in common clauses… */
  readonly clauseWeight: number;
  /** …and this share of its own weight. */
  readonly clauseCoverage: number;
  /** Fewest words in a row that count as a common clause. */
  readonly clauseWords: number;
  /** A block of at most so many words is a short one: alike by chance, so that what stands around it decides. */
  readonly shortBlockWords: number;
  /** A short block links on its words alone only from this similarity on. */
  readonly linkShort: number;
}

export const THRESHOLDS: Thresholds = {
  linkAnywhere: 0.42,
  linkBetweenNeighbours: 0.25,
  neighbourBonus: 0.1,
  secondPartnerCoverage: 0.5,
  clauseWeight: 12,
  clauseCoverage: 0.25,
  clauseWords: 3,
  shortBlockWords: 6,
  linkShort: 0.7,
};
