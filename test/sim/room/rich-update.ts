import * as Y from 'yjs';
import { createDoc } from '../../server/room/test-client.ts';
import type { Random } from '../random.ts';

/** An update with everything in it that a shared type can hold. */
export function richUpdate(random: Random): Uint8Array {
  const [one, two] = [createDoc(), createDoc()];
  const texts = [one, two].map((doc) => doc.getText('text'));
  for (let k = 0; k < 12; k += 1) {
    const text = random.pick(texts);
    const at = random.below(text.length + 1);
    switch (random.below(8)) {
      case 0:
        text.insertEmbed(at, new Y.Map<unknown>([['id', `p${k}`]]));
        break;
      case 1:
        text.insertEmbed(at, { plain: [k, null, 'embed'] });
        break;
      case 2:
        text.format(0, text.length, { bold: random.pick([true, null]) });
        break;
      case 3:
        if (text.length > at) text.delete(at, Math.min(3, text.length - at));
        break;
      case 4:
        text.doc?.getArray('array').push([1, 'two', { three: [4.5, true, undefined] }, new Uint8Array([7])]);
        break;
      case 5:
        text.doc?.getXmlFragment('xml').insert(0, [new Y.XmlElement('name'), new Y.XmlText('words')]);
        break;
      default:
        text.insert(at, random.pick(['word', 'naïve', '决定', '🕊️', '٣']));
    }
    if (random.chance(0.2)) Y.applyUpdate(two, Y.encodeStateAsUpdate(one));
  }
  Y.applyUpdate(one, Y.encodeStateAsUpdate(two));
  return random.chance(0.5)
    ? Y.encodeStateAsUpdate(one)
    : Y.encodeStateAsUpdate(one, Y.encodeStateVector(two));
}

/** Changes, drops, doubles or swaps a few bytes. */
export function mutilate(random: Random, update: Uint8Array): Uint8Array {
  const bytes = [...update];
  for (let changes = 1 + random.below(2); changes > 0; changes -= 1) {
    const at = random.below(bytes.length);
    switch (random.below(4)) {
      case 0:
        bytes[at] = random.below(256);
        break;
      case 1:
        bytes.splice(at, 1);
        break;
      case 2:
        bytes.splice(at, 0, bytes[at] ?? 0);
        break;
      default:
        bytes[at] = ((bytes[at] ?? 0) + (random.chance(0.5) ? 1 : 255)) % 256;
    }
  }
  return Uint8Array.from(bytes);
}
