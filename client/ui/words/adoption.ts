import { adoption } from '../../../shared/messages/en/adoption.ts';
import { addWords } from '../messages.ts';

addWords({ adoption });
