/**
 * One text for one value, whatever order its keys were written in: JSON with keys sorted by UTF-16 code units and
 * no white space (RFC 8785, JSON Canonicalization Scheme). Absent and undefined keys are the same. What is hashed
 * is hashed over this, so that anybody can check a hash with a few lines of any language.
 */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((item) => canonicalJson(item ?? null)).join(',')}]`;
  if (typeof value === 'object' && value !== null) {
    const fields = Object.entries(value)
      .filter(([, field]) => field !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, field]) => `${JSON.stringify(name)}:${canonicalJson(field)}`);
    return `{${fields.join(',')}}`;
  }
  if (typeof value === 'number' && !Number.isFinite(value)) throw new Error(`no JSON for ${value}`);
  return JSON.stringify(value ?? null);
}
