import { positions } from '../../../shared/messages/en/positions.ts';
import { addWords } from '../messages.ts';

addWords({ positions });
