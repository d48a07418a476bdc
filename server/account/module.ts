import { defineModule } from '../platform/module.ts';
import { ApiKey, Member, Session, User, Workspace } from './entities.ts';
import { errors } from './errors.ts';
import { routes } from './routes.ts';
import { tokenPayloads } from './tokens.ts';

export default defineModule({
  name: 'account',
  entities: [User, Session, Workspace, Member, ApiKey],
  routes,
  errors,
  encrypted: [tokenPayloads],
  privacy: {
    export: ['workspaces', 'members', 'api_keys', 'files', 'changes', 'events', 'mails'],
    // Members are not the studio's customers: their data goes with their account, not with a client's erasure.
    erase: async () => 0,
  },
});
