import { defineModule } from '../platform/module.ts';
import { Lead, LeadForm, LeadPipeline, LeadStage } from './entities.ts';
import { errors } from './errors.ts';
import { onLeadCreated } from './mail.ts';
import { routes } from './routes.ts';
import { erase, mergeClients, purge } from './service.ts';

export default defineModule({
  name: 'leads',
  entities: [LeadForm, LeadPipeline, LeadStage, Lead],
  routes,
  errors,
  on: { 'lead.created': onLeadCreated },
  merge: mergeClients,
  privacy: {
    export: ['lead_forms', 'lead_pipelines', 'lead_stages', 'leads'],
    erase,
    deleted: { table: 'leads', purge },
  },
});
