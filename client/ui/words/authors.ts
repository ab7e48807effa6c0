import { authors } from '../../../shared/messages/en/authors.ts';
import { addWords } from '../messages.ts';

addWords({ authors });
