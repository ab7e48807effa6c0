import { outcomes } from '../../../shared/messages/en/outcomes.ts';
import { addWords } from '../messages.ts';

addWords({ outcomes });
