import { waiting } from '../../../shared/messages/en/waiting.ts';
import { addWords } from '../messages.ts';

addWords({ waiting });
