import { notices } from '../../../shared/messages/en/notices.ts';
import { addWords } from '../messages.ts';

addWords({ notices });
