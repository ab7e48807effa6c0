import { comparison } from '../../../shared/messages/en/comparison.ts';
import { addWords } from '../messages.ts';

addWords({ comparison });
