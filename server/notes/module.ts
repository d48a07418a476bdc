import { blankChanges } from '../platform/changes.ts';
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
    // A note may also have been rid of it by an edit, and only its record of change still holds it.
    erase: async (ctx, person) => {
      const deleted = await query<{ id: string }>(
        ctx.em,
        'delete from notes where workspace_id = $1 and position(lower($2) in lower(body)) > 0 returning id',
        [ctx.workspace.id, person.email],
      );
      const edited = await query<{ id: string }>(
        ctx.em,
        `select distinct subject_id as id from changes
          where workspace_id = $1 and subject_noun = 'note' and position(lower($2) in lower(fields::text)) > 0`,
        [ctx.workspace.id, person.email],
      );
      await blankChanges(
        ctx,
        [...deleted, ...edited].map((note) => note.id),
      );
      return deleted.length;
    },
  },
});
