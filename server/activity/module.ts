import { defineModule } from '../platform/module.ts';
import { routes } from './routes.ts';

/** What happened in the studio: keeps nothing itself, and reads the record of change that every room writes. */
export default defineModule({ name: 'activity', routes });
