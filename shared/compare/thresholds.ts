/**
 * Every number that decides how two texts are linked, in one place. Weights are information: a word that stands
 * in one of N blocks weighs ln N, a word in all of them nothing, so that boilerplate ("sustainable development",
 * "Reaffirming also") counts little. Similarities and coverages run from 0 to 1.
 * They were chosen where turning them changes little, not at a peak of one text; what turning each of them by 20 and 30
 * per cent costs is printed by `npm run -s evaluate -- DIR --vary`.
 */
export interface Thresholds {
  /** Two blocks link in any order from this similarity on. */
  readonly linkAnywhere: number;
  /** Two blocks whose neighbours are linked to each other link from this similarity on. */
  readonly linkBetweenNeighbours: number;
  /** Added to a pair's similarity, when choosing among rivals, for each neighbour linked in step. */
  readonly neighbourBonus: number;
  /** Two blocks that found no partner otherwise link from this similarity on. */
  readonly linkLeftOver: number;
  /** A block that stands with this share of its own weight in words nobody else explains is a second partner. */
  readonly secondPartnerCoverage: number;
  /** One that is only partly taken over needs common clauses that weigh at least so many rare words… */
  readonly clauseWeight: number;
  /** …and make up this share of either side. */
  readonly clauseCoverage: number;
  /** Long common clauses, of at least so many rare words… */
  readonly longClauseWeight: number;
  /** …may make up a smaller share. */
  readonly longClauseCoverage: number;
  /** Fewest words in a row that count as a common clause. */
  readonly clauseWords: number;
  /** A block of at most so many words is a short one: alike by chance, so that what stands around it decides. */
  readonly shortBlockWords: number;
  /** A block of at most so many words may be a heading, and link by what stands around it. */
  readonly headingWords: number;
  /** A short block links on its words alone only from this similarity on. */
  readonly linkShort: number;
}

export const THRESHOLDS: Thresholds = {
  linkAnywhere: 0.42,
  linkBetweenNeighbours: 0.25,
  neighbourBonus: 0.1,
  linkLeftOver: 0.23,
  secondPartnerCoverage: 0.5,
  clauseWeight: 4,
  clauseCoverage: 0.25,
  longClauseWeight: 8,
  longClauseCoverage: 0.15,
  clauseWords: 3,
  shortBlockWords: 6,
  headingWords: 12,
  linkShort: 0.7,
};
