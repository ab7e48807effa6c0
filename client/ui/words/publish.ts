import { publish } from '../../../shared/messages/en/publish.ts';
import { addWords } from '../messages.ts';

addWords({ publish });
