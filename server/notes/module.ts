import { query } from '../platform/database.ts';
import { defineModule } from '../platform/module.ts';
import { Note } from './entities.ts';
import { errors } from './errors.ts';
import { routes } from './routes.ts';

export default defineModule({
  name: 'notes',
  entities: [Note],
  routes,
  errors,
  privacy: {
    export: ['notes'],
    // Whose record a note is on, that record's room knows; what is left to find here is the address in the text.
    erase: async (ctx, person) => {
      const rows = await query(
        ctx.em,
        'delete from notes where workspace_id = $1 and position(lower($2) in lower(body)) > 0 returning 1',
        [ctx.workspace.id, person.email],
      );
      return rows.length;
    },
  },
});
