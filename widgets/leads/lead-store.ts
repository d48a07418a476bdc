import type { Schema } from '@alloza/sdk/core';
import { ListStore, type Page, type StoreEvent } from '../app/record/list-store.ts';
import {
  comesBefore,
  inColumns,
  type Lead,
  listOf,
  recount,
  type Summary,
  sameLeads,
  type View,
} from './board-state.ts';
import { filterOf } from './view.ts';

/** The leads of one studio as the screen shows them. */
export class LeadStore extends ListStore<Lead, View, Schema<'LeadPipeline'>, Summary> {
  protected override readonly pipelineEvent = 'lead_pipeline.updated';

  protected override loadPipeline() {
    return this.app.api.leadPipeline.get();
  }

  protected override loadSummary() {
    return this.app.api.leads.summary();
  }

  protected override recount(summary: Summary, from: Lead, to: Lead): Summary {
    return recount(summary, from, to);
  }

  protected override fetchOne(id: string) {
    return this.app.api.leads.get(id);
  }

  protected override fetchPage(view: View, stageId: string | undefined, page: Page, signal?: AbortSignal) {
    return this.app.api.leads.list({ ...filterOf(view), stageId, ...page }, { signal });
  }

  protected override inColumns(view: View): boolean {
    return inColumns(view);
  }

  protected override sameRecords(one: View, other: View): boolean {
    return sameLeads(one, other);
  }

  protected override listOf(lead: Lead, view: View): string | undefined {
    return listOf(lead, view);
  }

  override comesBefore(one: Lead, other: Lead): boolean {
    return comesBefore(one, other, this.view!);
  }

  protected override subjectOf({ type, data }: StoreEvent): string | undefined {
    return type.startsWith('lead.') ? data.id : undefined;
  }

  protected override isArrival({ type }: StoreEvent): boolean {
    return type === 'lead.created';
  }
}
