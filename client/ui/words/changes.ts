import { changes } from '../../../shared/messages/en/changes.ts';
import { addWords } from '../messages.ts';

addWords({ changes });
