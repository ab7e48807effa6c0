import { silence } from '../../../shared/messages/en/silence.ts';
import { addWords } from '../messages.ts';

addWords({ silence });
