import { declarations } from '../../../shared/messages/en/declarations.ts';
import { addWords } from '../messages.ts';

addWords({ declarations });
