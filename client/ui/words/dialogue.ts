import { dialogue } from '../../../shared/messages/en/dialogue.ts';
import { addWords } from '../messages.ts';

addWords({ dialogue });
