import { inputs } from '../../../shared/messages/en/inputs.ts';
import { addWords } from '../messages.ts';

addWords({ inputs });
