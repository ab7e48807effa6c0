import { child, type Element } from '../xml.ts';

/** An on/off property: absent → null, present without a value → on (ECMA-376 part 1, 17.17.4). */
export function onOff(properties: Element | undefined, name: string): boolean | null {
  const found = child(properties, name);
  if (found === undefined) return null;
  return !['0', 'false', 'off', 'none'].includes(found.attributes.val ?? 'true');
}
