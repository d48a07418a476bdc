import type { components } from '../../sdk/schema.ts';
import { getWorkspace } from '../account/service.ts';
import { clientByEmail, createClient, type NewClient, requireClients } from '../clients/service.ts';
import { diff, recordChange } from '../platform/changes.ts';
import type { Context } from '../platform/context.ts';
import { query } from '../platform/database.ts';
import { publicId } from '../platform/ids.ts';
import { Problem } from '../platform/problem.ts';
import { linkRecord } from '../platform/record-links.ts';
import * as projects from '../projects/service.ts';
import { defaultWords } from './defaults.ts';
import type { Lead } from './entities.ts';
import { errors } from './errors.ts';
import { announce, get, load, save } from './write.ts';

type Schemas = components['schemas'];
type Input = Schemas['LeadConversionInput'];

/**
 * Wins a lead: it makes or joins one client and one project, and stays linked to both. The lead is locked, so that it
 * happens once: every other trigger waits and gets the same answer.
 */
export async function convert(ctx: Context, leadId: string, input: Input): Promise<Schemas['LeadConversion']> {
  const lead = await load(ctx, leadId);
  if (lead.clientId && lead.projectId) return answer(ctx, lead);
  if (lead.status !== 'open' && lead.status !== 'won')
    throw errors.invalid_transition({ detail: `A ${lead.status} lead is reopened first` });
  const before = faceOf(lead);
  const project = input.projectId ? await requireProject(ctx, input.projectId) : null;
  const { client, madeClient } = await findClient(ctx, lead, input.clientId);
  const clientId = client.id;
  const projectId = project ?? (await openProject(ctx, lead, clientId, input.title));
  if (project) await projects.addClient(ctx, project, client);
  Object.assign(lead, { clientId, projectId, madeClient, madeProject: !project, status: 'won' });
  await linkRecord(ctx, clientId, 'lead', lead.id);
  await linkRecord(ctx, projectId, 'lead', lead.id);
  const fields = diff(before, faceOf(lead));
  await save(ctx, lead, 'lead.converted', 'converted', fields);
  if (before.status === 'open') announce(ctx, lead, 'lead.won', fields);
  return answer(ctx, lead);
}

const faceOf = ({ status, clientId, projectId }: Lead) => ({
  status,
  clientId: clientId ? publicId('client', clientId) : null,
  projectId: projectId ? publicId('project', projectId) : null,
});

const answer = async (ctx: Context, lead: Lead): Promise<Schemas['LeadConversion']> => ({
  lead: await get(ctx, publicId('lead', lead.id)),
  clientId: publicId('client', lead.clientId!),
  projectId: publicId('project', lead.projectId!),
  madeClient: lead.madeClient!,
  madeProject: lead.madeProject!,
});

interface Found {
  client: { id: string; displayName: string };
  madeClient: boolean;
}

/** The client it becomes: the named one, else the one with its address, else a new one. */
async function findClient(ctx: Context, lead: Lead, named: string | undefined): Promise<Found> {
  if (named) return { client: (await requireClients(ctx, [named], '/clientId'))[0]!, madeClient: false };
  const known = await withAddress(ctx, lead);
  if (known) return known;
  await query(ctx.em, 'savepoint making_client');
  try {
    return { client: await createClient(ctx, clientOf(lead), 'form'), madeClient: true };
  } catch (error) {
    // Somebody else has made the client in this very moment: it is the one to join.
    if (!isRefused(error, 'email_taken')) throw error;
    await query(ctx.em, 'rollback to savepoint making_client');
    const other = await withAddress(ctx, lead);
    if (!other) throw error;
    return other;
  }
}

const isRefused = (error: unknown, code: string): boolean => error instanceof Problem && error.code === code;

async function withAddress(ctx: Context, lead: Lead): Promise<Found | null> {
  const clientId = lead.email ? await clientByEmail(ctx, lead.email) : null;
  if (!clientId) return null;
  try {
    const [client] = await requireClients(ctx, [publicId('client', clientId)], '/clientId');
    return { client: client!, madeClient: false };
  } catch (error) {
    // It was merged away in this very moment: the address is another's now, or nobody's.
    if (!isRefused(error, 'client_not_found')) throw error;
    return withAddress(ctx, lead);
  }
}

async function requireProject(ctx: Context, projectId: string): Promise<string> {
  const project = await projects.findOpen(ctx, projectId);
  if (project) return project.id;
  throw errors.project_not_found({
    errors: [{ pointer: '/projectId', code: 'not_found', message: 'is no project of this studio' }],
  });
}

/** Opens the job of an enquiry as a draft. What the visitor wrote stays on the lead, which the project shows. */
async function openProject(ctx: Context, lead: Lead, clientId: string, title: string | undefined): Promise<string> {
  const { projectType, name, eventDate } = lead;
  const { labels } = defaultWords[(await getWorkspace(ctx)).locale];
  const project = await projects.create(ctx, {
    title: title ?? (projectType ? `${name} – ${projectType}` : name).slice(0, 200).toWellFormed(),
    clientIds: [publicId('client', clientId)],
    projectType: projectType ?? null,
    dates: eventDate ? [{ label: projectType || labels.eventDate, date: eventDate, place: lead.place ?? null }] : [],
  });
  return project.id;
}

/** The person who wrote, with what they agreed to in the form. */
function clientOf({ name, email, phone, consent, heardFrom, source }: Lead): NewClient {
  const agreed = (given: boolean | undefined) =>
    given && consent ? { given, at: consent.at, source: 'form' as const, textVersion: consent.textVersion } : undefined;
  return {
    displayName: name,
    contacts: [{ name, email: email ?? null, phone: phone ?? null }],
    source: heardFrom ?? (source.pageUrl ? new URL(source.pageUrl).hostname : null),
    consents: { email: agreed(consent?.email), sms: agreed(consent?.sms) },
  };
}

/** Lets leads follow their client into another; `only` limits an undo to what had moved. */
export async function mergeClients(ctx: Context, move: { from: string; to: string; only?: string[] | undefined }) {
  const moved = await query<{ id: string }>(
    ctx.em,
    `update leads set client_id = $3, version = version + 1, updated_at = $5
      where workspace_id = $1 and client_id = $2 and ($4::uuid[] is null or id = any($4::uuid[])) returning id`,
    [ctx.workspace.id, move.from, move.to, move.only ?? null, ctx.now],
  );
  const fields = [{ field: 'clientId', before: publicId('client', move.from), after: publicId('client', move.to) }];
  for (const { id } of moved) recordChange(ctx, 'lead', id, 'client_merged', fields);
  return [{ resource: 'leads', ids: moved.map(({ id }) => id) }];
}
