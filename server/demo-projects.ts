import { clientByEmail, createClient } from './clients/service.ts';
import type { DemoTeam } from './demo-team.ts';
import * as leads from './leads/service.ts';
import type { Context } from './platform/context.ts';
import { query } from './platform/database.ts';
import { publicId, storedId } from './platform/ids.ts';
import type { Meaning } from './projects/entities.ts';
import * as projects from './projects/service.ts';

interface DemoProject {
  title: string;
  client: { name: string; email: string; company?: true };
  projectType: 'Wedding' | 'Portrait' | 'Family' | 'Business';
  /** Relative to today, so that the demo never looks past. */
  inDays: number;
  startTime?: string;
  place: string;
  /** In euros. */
  value: number;
  stage: Meaning;
  aside?: 'postponed' | { cancelled: string };
  openedDaysAgo: number;
  tags?: string[];
  description?: string;
}

const templates = {
  wedding: {
    name: 'Wedding',
    items: [
      { title: 'Send the questionnaire', dueRule: { days: -60, from: 'mainDate' as const } },
      { title: 'Plan the day with the couple', dueRule: { days: -30, from: 'mainDate' as const } },
      { title: 'Confirm the second shooter', dueRule: { days: -21, from: 'mainDate' as const } },
      { title: 'Call the venue about light and parking', dueRule: { days: -7, from: 'mainDate' as const } },
      { title: 'Charge batteries, format cards', dueRule: { days: -1, from: 'mainDate' as const } },
      { title: 'Back up in two places', dueRule: { days: 1, from: 'mainDate' as const } },
      { title: 'Send a first preview', dueRule: { days: 4, from: 'mainDate' as const } },
      { title: 'Deliver the gallery', dueRule: { days: 42, from: 'mainDate' as const } },
      { title: 'Ask for a review', dueRule: { days: 56, from: 'mainDate' as const } },
    ],
  },
  session: {
    name: 'Session',
    items: [
      { title: 'Send what to wear and where to park', dueRule: { days: -5, from: 'mainDate' as const } },
      { title: 'Back up in two places', dueRule: { days: 0, from: 'mainDate' as const } },
      { title: 'Send the selection', dueRule: { days: 5, from: 'mainDate' as const } },
      { title: 'Deliver the final pictures', dueRule: { days: 14, from: 'mainDate' as const } },
    ],
  },
};

const demoProjects: DemoProject[] = [
  {
    title: 'Lotte Berger, headshots',
    client: { name: 'Lotte Berger', email: 'lotte.berger@example.com' },
    ...{ projectType: 'Portrait', inDays: -61, startTime: '10:00', place: 'Studio, Leipziger Straße' },
    ...{ value: 260, stage: 'closed', openedDaysAgo: 88 },
  },
  {
    title: 'Ida and Paul',
    client: { name: 'Ida Nilsson and Paul Renner', email: 'ida.nilsson@example.com' },
    ...{ projectType: 'Wedding', inDays: 48, place: 'Gut Kerkow', value: 2900, stage: 'booked', openedDaysAgo: 130 },
    aside: { cancelled: 'They moved abroad' },
  },
  {
    title: 'Harvest at Weingut Sander',
    client: { name: 'Weingut Sander', email: 'office@weingut-sander.example', company: true },
    ...{ projectType: 'Business', inDays: -33, startTime: '07:30', place: 'Mettenheim', value: 2150 },
    ...{ stage: 'delivered', openedDaysAgo: 95, tags: ['film'] },
    description: 'Three days of harvest, people more than grapes. Pictures for the labels of next year.',
  },
  {
    title: 'Emil and Frida',
    client: { name: 'Emil Sørensen and Frida Holm', email: 'frida.holm@example.com' },
    ...{ projectType: 'Wedding', inDays: -9, startTime: '13:00', place: 'Schloss Marquardt', value: 4200 },
    ...{ stage: 'in_production', openedDaysAgo: 240, tags: ['album', 'second shooter'] },
  },
  {
    title: 'Menu and team, Brauhaus Kreuzberg',
    client: { name: 'Brauhaus Kreuzberg', email: 'hallo@brauhaus-kreuzberg.example', company: true },
    ...{ projectType: 'Business', inDays: -4, startTime: '15:00', place: 'Bergmannstraße', value: 1450 },
    ...{ stage: 'in_production', openedDaysAgo: 40 },
  },
  {
    title: 'Anouk Petit, book jacket',
    client: { name: 'Anouk Petit', email: 'anouk.petit@example.com' },
    ...{ projectType: 'Portrait', inDays: 3, startTime: '16:30', place: 'Botanical garden', value: 320 },
    ...{ stage: 'booked', openedDaysAgo: 19 },
  },
  {
    title: 'Newborn, Familie Krämer',
    client: { name: 'Familie Krämer', email: 'jule.kraemer@example.com' },
    ...{ projectType: 'Family', inDays: 13, place: 'At home, Pankow', value: 420, stage: 'booked', openedDaysAgo: 52 },
  },
  {
    title: 'Premiere, Tanztheater Nord',
    client: { name: 'Tanztheater Nord', email: 'presse@tanztheater-nord.example', company: true },
    ...{ projectType: 'Business', inDays: 18, startTime: '19:00', place: 'Uferhallen', value: 980 },
    ...{ stage: 'booked', aside: 'postponed', openedDaysAgo: 61 },
  },
  {
    title: 'Nils and Jonas',
    client: { name: 'Nils Hartmann and Jonas Reed', email: 'nils.hartmann@example.com' },
    ...{ projectType: 'Wedding', inDays: 94, startTime: '14:30', place: 'Seehotel am Kaiserstrand', value: 3100 },
    ...{ stage: 'booked', openedDaysAgo: 120, tags: ['album'] },
  },
  {
    title: 'Portraits of 80 children, Kita Sonnenstrahl',
    client: { name: 'Kita Sonnenstrahl', email: 'leitung@kita-sonnenstrahl.example', company: true },
    ...{ projectType: 'Family', inDays: 41, place: 'Friedrichshain', value: 1200, stage: 'draft', openedDaysAgo: 5 },
  },
];

/** Fills the demo studio's board of jobs: templates, what won enquiries became, and jobs in every state. */
export async function seedProjects(ctx: Context, wonLeads: string[], team: DemoTeam): Promise<void> {
  const day = (days: number) => new Date(ctx.now.getTime() + days * 86_400_000).toISOString().slice(0, 10);
  const templateIds = {
    wedding: publicId('taskTemplate', (await projects.createTemplate(ctx, templates.wedding)).id),
    session: publicId('taskTemplate', (await projects.createTemplate(ctx, templates.session)).id),
  };
  await ctx.em.flush();
  const { stages } = await projects.getPipeline(ctx);
  const stageId = (meaning: Meaning) => publicId('projectStage', stages.find((stage) => stage.meaning === meaning)!.id);
  const seat = (name: keyof DemoTeam) => publicId('member', team[name]);
  /** Weddings are shot by two, and what companies order is the manager's. */
  const peopleFor = (type: string | null): string[] => [
    seat('owner'),
    ...(type === 'Wedding' ? [seat('photographer')] : []),
    ...(type === 'Business' ? [seat('manager')] : []),
  ];
  const plan = async (projectId: string, type: string | null) => {
    const { items } = await projects.applyTemplate(
      ctx,
      projectId,
      templateIds[type === 'Wedding' ? 'wedding' : 'session'],
    );
    // What is long past is done; the latest of it is what the studio is behind with.
    const [next, ...later] = items.filter((task) => !task.dueOn || task.dueOn >= day(-2));
    for (const task of items.filter((item) => item !== next && !later.includes(item)))
      await projects.updateTask(ctx, task.id, { done: true }, '*');
    if (next) await projects.updateTask(ctx, next.id, { assigneeId: seat('owner') }, '*');
    const [backup] = later.filter(({ title }) => title.startsWith('Back up'));
    if (backup && type === 'Wedding')
      await projects.updateTask(ctx, backup.id, { assigneeId: seat('photographer') }, '*');
  };
  const backdate = async (projectId: string, openedDaysAgo: number, quietDays: number) => {
    await ctx.em.flush();
    await query(
      ctx.em,
      `update projects set created_at = $3::timestamptz - make_interval(days => $4, mins => 31),
          last_activity_at = $3::timestamptz - make_interval(days => $5, mins => 12)
        where workspace_id = $1 and id = $2`,
      [ctx.workspace.id, storedId('project', projectId), ctx.now, openedDaysAgo, quietDays],
    );
    await query(
      ctx.em,
      `update clients c set created_at = least(c.created_at, p.created_at), last_activity_at = p.last_activity_at
        from projects p join project_clients l on l.workspace_id = p.workspace_id and l.project_id = p.id
        where p.workspace_id = $1 and p.id = $2 and c.workspace_id = $1 and c.id = l.client_id and c.last_activity_at = $3`,
      [ctx.workspace.id, storedId('project', projectId), ctx.now],
    );
  };

  for (const [index, leadId] of wonLeads.entries()) {
    const { projectId } = await leads.convert(ctx, leadId, {});
    const { projectType, mainDate } = await projects.get(ctx, projectId);
    const date = { label: projectType ?? 'Session', date: day(24) };
    const value = { amount: projectType === 'Wedding' ? 360_000 : 39_000, currency: 'EUR' };
    const memberIds = peopleFor(projectType ?? null);
    await projects.update(ctx, projectId, { memberIds, value, ...(mainDate ? {} : { dates: [date] }) }, '*');
    await projects.move(ctx, projectId, { to: 'stage', stageId: stageId('booked') });
    await plan(projectId, projectType ?? null);
    await backdate(projectId, 12 + 9 * index, 1 + index);
  }
  for (const demo of demoProjects) {
    const { client, inDays, startTime, place, value, stage, aside, openedDaysAgo, ...plain } = demo;
    const { id } = await projects.create(ctx, {
      ...plain,
      clientIds: [publicId('client', await makeClient(ctx, client))],
      memberIds: peopleFor(demo.projectType),
      stageId: stageId(stage),
      dates: [{ label: demo.projectType, date: day(inDays), startTime: startTime ?? null, place }],
      value: { amount: value * 100, currency: 'EUR' },
    });
    const projectId = publicId('project', id);
    if (stage !== 'draft') await plan(projectId, demo.projectType);
    else
      for (const [title, dueOn] of [
        ['Send the offer', day(0)],
        ['Ask for the list of consents', day(4)],
      ] as const)
        await projects.createTask(ctx, { projectId, title, dueOn, assigneeId: seat('owner') });
    if (aside === 'postponed') await projects.move(ctx, projectId, { to: 'postponed' });
    else if (aside) await projects.move(ctx, projectId, { to: 'cancelled', reason: aside.cancelled });
    await backdate(projectId, openedDaysAgo, Math.min(openedDaysAgo, Math.abs(inDays) % 9));
  }
}

const makeClient = async (ctx: Context, { name, email, company }: DemoProject['client']): Promise<string> =>
  (await clientByEmail(ctx, email)) ??
  (
    await createClient(
      ctx,
      { displayName: name, kind: company ? 'company' : 'person', contacts: [{ name, email }], source: 'A friend' },
      'staff',
    )
  ).id;
