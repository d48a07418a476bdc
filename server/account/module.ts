import { defineModule } from '../platform/module.ts';
import { ApiKey, Member, Session, User, Workspace } from './entities.ts';
import { errors } from './errors.ts';
import { announceJoined } from './invitations.ts';
import { routes } from './routes.ts';
import { tokenPayloads } from './tokens.ts';

export default defineModule({
  name: 'account',
  entities: [User, Session, Workspace, Member, ApiKey],
  routes,
  errors,
  encrypted: [tokenPayloads],
  jobs: {
    'account.joined': {
      run: (ctx, payload) => announceJoined(ctx, (payload as unknown as { memberId: string }).memberId),
    },
  },
  privacy: {
    export: ['workspaces', 'members', 'invitations', 'api_keys', 'files', 'changes', 'events', 'mails'],
    // Members are not the studio's customers: their data goes with their account, not with a client's erasure.
    erase: async () => 0,
  },
});
