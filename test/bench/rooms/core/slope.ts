/** Least squares: how much `value` rises for each step of `at`. */
export function slopeOf(samples: readonly { readonly at: number; readonly value: number }[]): number {
  const mean = (values: readonly number[]): number =>
    values.reduce((sum, value) => sum + value, 0) / values.length;
  const at = mean(samples.map((sample) => sample.at));
  const value = mean(samples.map((sample) => sample.value));
  const both = samples.reduce((sum, one) => sum + (one.at - at) * (one.value - value), 0);
  const spread = samples.reduce((sum, one) => sum + (one.at - at) ** 2, 0);
  return both / spread;
}
