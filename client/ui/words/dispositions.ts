import { dispositions } from '../../../shared/messages/en/dispositions.ts';
import { addWords } from '../messages.ts';

addWords({ dispositions });
