import { members } from '../../../shared/messages/en/members.ts';
import { addWords } from '../messages.ts';

addWords({ members });
