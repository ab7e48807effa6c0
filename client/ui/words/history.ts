import { history } from '../../../shared/messages/en/history.ts';
import { addWords } from '../messages.ts';

addWords({ history });
