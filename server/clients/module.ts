import { defineModule } from '../platform/module.ts';
import { Client, SavedView } from './entities.ts';
import { errors } from './errors.ts';
import { routes } from './routes.ts';
import { erase, purge } from './service.ts';

export default defineModule({
  name: 'clients',
  entities: [Client, SavedView],
  routes,
  errors,
  privacy: {
    export: ['clients', 'client_identities', 'client_tags', 'client_merges', 'saved_views', 'record_links'],
    erase,
    deleted: { table: 'clients', purge },
  },
});
