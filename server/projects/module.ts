import { defineModule } from '../platform/module.ts';
import { Project, ProjectPipeline, ProjectStage, Task, TaskTemplate } from './entities.ts';
import { errors } from './errors.ts';
import { routes } from './routes.ts';
import { erase, mergeClients, onClientChanged, purge } from './service.ts';

export default defineModule({
  name: 'projects',
  entities: [ProjectPipeline, ProjectStage, Project, Task, TaskTemplate],
  routes,
  errors,
  on: { 'client.updated': onClientChanged, 'client.deleted': onClientChanged, 'client.restored': onClientChanged },
  merge: mergeClients,
  privacy: {
    export: [
      'project_pipelines',
      'project_stages',
      'projects',
      'project_clients',
      'project_members',
      'tasks',
      'task_templates',
    ],
    erase,
    deleted: { table: 'projects', purge },
  },
});
