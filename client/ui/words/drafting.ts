import { drafting } from '../../../shared/messages/en/drafting.ts';
import { addWords } from '../messages.ts';

addWords({ drafting });
