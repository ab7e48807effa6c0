import { audit } from '../../../shared/messages/en/audit.ts';
import { addWords } from '../messages.ts';

addWords({ audit });
