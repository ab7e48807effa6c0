import { rolling } from '../../../shared/messages/en/rolling.ts';
import { addWords } from '../messages.ts';

addWords({ rolling });
