import { record } from '../../../shared/messages/en/record.ts';
import { addWords } from '../messages.ts';

addWords({ record });
