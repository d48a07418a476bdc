import { defineModule } from '../platform/module.ts';
import { errors } from './errors.ts';
import { routes } from './routes.ts';
import { announceJoined } from './service.ts';

export default defineModule({
  name: 'team',
  routes,
  errors,
  jobs: {
    'team.joined': {
      run: (ctx, payload) => announceJoined(ctx, (payload as unknown as { memberId: string }).memberId),
    },
  },
  privacy: {
    export: ['invitations'],
    // Members are not the studio's customers: their data goes with their account, not with a client's erasure.
    erase: async () => 0,
  },
});
