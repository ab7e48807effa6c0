import { roadmap } from '../../../shared/messages/en/roadmap.ts';
import { addWords } from '../messages.ts';

addWords({ roadmap });
