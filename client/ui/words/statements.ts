import { statements } from '../../../shared/messages/en/statements.ts';
import { addWords } from '../messages.ts';

addWords({ statements });
