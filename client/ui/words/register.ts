import { register } from '../../../shared/messages/en/register.ts';
import { addWords } from '../messages.ts';

addWords({ register });
