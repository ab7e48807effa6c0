import { settings } from '../../../shared/messages/en/settings.ts';
import { addWords } from '../messages.ts';

addWords({ settings });
