import { proposals } from '../../../shared/messages/en/proposals.ts';
import { addWords } from '../messages.ts';

addWords({ proposals });
