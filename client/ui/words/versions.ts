import { versions } from '../../../shared/messages/en/versions.ts';
import { addWords } from '../messages.ts';

addWords({ versions });
