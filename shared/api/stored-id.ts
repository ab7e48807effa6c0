import { z } from 'zod';
import type { Brand } from '../model/ids.ts';

const STRING = z.string();

/** An id that the server sends: not judged again. Ids of paragraphs may be anything that a text's markers say. */
export const storedId = <Id extends Brand<string>>() => STRING as unknown as z.ZodType<Id, Id>;
