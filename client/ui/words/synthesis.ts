import { synthesis } from '../../../shared/messages/en/synthesis.ts';
import { addWords } from '../messages.ts';

addWords({ synthesis });
