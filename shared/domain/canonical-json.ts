/**
 * One text for one value, whatever order its keys were written in: JSON with keys sorted by UTF-16 code units and
 * no white space (RFC 8785, JSON Canonicalization Scheme). Absent and undefined keys are the same. What is hashed
 * is hashed over this, so that anybody can check a hash with a few lines of any language.
 */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((item) => canonicalJson(item ?? null)).join(',')}]`;
  if (typeof value === 'object' && value !== null) {
    // Without lists of pairs in between: an act on 300 paragraphs hashes 300 rows while others wait to write.
    let fields = '';
    for (const name of Object.keys(value).sort()) {
      const field = (value as Readonly<Record<string, unknown>>)[name];
      if (field === undefined) continue;
      fields += `${fields === '' ? '' : ','}${JSON.stringify(name)}:${canonicalJson(field)}`;
    }
    return `{${fields}}`;
  }
  if (typeof value === 'number' && !Number.isFinite(value)) throw new Error(`no JSON for ${value}`);
  return JSON.stringify(value ?? null);
}
