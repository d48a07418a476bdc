import { defineModule } from '../platform/module.ts';
import { Import } from './entities.ts';
import { errors } from './errors.ts';
import { routes } from './routes.ts';
import { erase } from './service.ts';
import { jobs } from './work.ts';

export default defineModule({
  name: 'imports',
  entities: [Import],
  routes,
  errors,
  jobs,
  privacy: { export: ['imports', 'import_rows'], erase },
});
