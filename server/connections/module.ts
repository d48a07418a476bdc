import { defineModule } from '../platform/module.ts';
import { routes } from './routes.ts';
import { connectionTokens } from './service.ts';

export default defineModule({
  name: 'connections',
  routes,
  encrypted: [connectionTokens],
  privacy: {
    export: ['connections'],
    // A connection is the studio's own; what it brings in is erased by the room that keeps it.
    erase: async () => 0,
  },
});
