import { fieldsOf } from './verify-seal.ts';

/** The row of an archive that a path of keys leads into, named as far as it can be told. */
export function archiveRow(file: unknown, path: readonly PropertyKey[]): string {
  let value: unknown = file;
  let name = `field ${path.map(String).join('.')} of the archive`;
  const [, part] = path;
  for (const key of path) {
    value = Array.isArray(value) ? value[Number(key)] : fieldsOf(value)[String(key)];
    const { noun, id, revision, seq, name: said } = fieldsOf(value);
    if (part === 'audit' && typeof seq === 'number' && key !== 'head') name = `audit entry ${seq}`;
    else if (part === 'register' && typeof id === 'string' && key !== 'row')
      name = `${noun} ${id}@${revision}`;
    else if (part === 'versions' && typeof id === 'string' && 'ordinal' in fieldsOf(value))
      name = `version ${id}`;
    else if (part === 'participants' && typeof id === 'string') name = `participant ${id}`;
    else if (part === 'delegations' && typeof id === 'string') name = `delegation ${id} (${said})`;
    else if (part === 'document' && typeof id === 'string') name = `document ${id}`;
  }
  return name;
}
