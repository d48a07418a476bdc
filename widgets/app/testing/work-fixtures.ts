/** A studio's jobs, tasks, clients and what happened to them, around the instant of the tests. */
import type { Schema } from '@alloza/sdk/core';
import { testNow } from './fixtures.ts';

export type Project = Schema<'Project'>;
export type Task = Schema<'Task'>;
export type Client = Schema<'Client'>;
export type Change = Schema<'Change'>;

const day = 86_400_000;
const at = (days: number, minutes = 0) => new Date(testNow + days * day - minutes * 60_000).toISOString();
const date = (days: number) => at(days).slice(0, 10);
const lena: Schema<'Actor'> = { kind: 'user', id: 'user_lena', name: 'Lena Hartmann' };
const jonas: Schema<'Actor'> = { kind: 'user', id: 'user_jonas', name: 'Jonas Okafor' };

let made = 0;
/** An id of the contract's own shape: its prefix and 26 letters. */
export const makeId = (prefix: string): string => `${prefix}_01jd3x3k1fek6vw2bqk5y${String(++made).padStart(5, '0')}`;

export const makeClient = (change: Partial<Client> = {}): Client => ({
  id: makeId('cli'),
  kind: 'person',
  displayName: 'Ana & Tom Weber',
  contacts: [{ id: makeId('con'), role: 'client', name: 'Ana Weber', email: 'ana@example.com', phone: null }],
  addresses: [],
  tags: [],
  source: null,
  consents: { email: null, sms: null },
  projectCount: 1,
  mergedIntoId: null,
  lastActivityAt: at(-1),
  custom: {},
  createdAt: at(-30),
  updatedAt: at(-1),
  deletedAt: null,
  version: 1,
  ...change,
});

export const makeProject = (change: Partial<Project> & { inDays?: number } = {}): Project => {
  const { inDays, ...own } = change;
  const mainDate = inDays === undefined ? null : date(inDays);
  const title = own.title ?? 'Job';
  return {
    id: makeId('proj'),
    title,
    clients: [],
    memberIds: ['mem_lena'],
    status: 'booked',
    stageId: 'pstage_booked',
    stage: 'booked',
    projectType: null,
    description: null,
    dates: mainDate ? [{ label: title, date: mainDate, startTime: '14:00', place: null }] : [],
    mainDate,
    value: null,
    tags: [],
    cancelReason: null,
    openTasks: 0,
    doneTasks: 0,
    archivedAt: null,
    lastActivityAt: at(-1),
    custom: {},
    createdAt: at(-30),
    updatedAt: at(-1),
    deletedAt: null,
    version: 1,
    ...own,
  };
};

export const makeTask = (project: Project, change: Partial<Task> & { inDays?: number } = {}): Task => {
  const { inDays, ...own } = change;
  return {
    id: makeId('task'),
    projectId: project.id,
    projectTitle: project.title,
    title: 'Task',
    dueOn: inDays === undefined ? null : date(inDays),
    dueRule: null,
    assigneeId: null,
    doneAt: null,
    createdAt: at(-10),
    updatedAt: at(-10),
    version: 1,
    ...own,
  };
};

export const sampleClients = (): Client[] => [
  makeClient(),
  makeClient({ displayName: 'Hotel Bergblick GmbH', kind: 'company', contacts: [] }),
  makeClient({ displayName: 'Familie Ørsted', contacts: [] }),
];

export const sampleProjects = (clients: readonly Client[]): Project[] => {
  const of = (index: number) => [{ id: clients[index]!.id, displayName: clients[index]!.displayName }];
  return [
    makeProject({ title: 'Portraits for Ørsted', clients: of(2), inDays: 0 }),
    makeProject({
      title: 'Wedding Ana & Tom',
      clients: of(0),
      dates: [{ label: 'Wedding', date: date(3), startTime: '13:30', place: 'Gut Sonnenhausen' }],
      mainDate: date(3),
    }),
    makeProject({ title: 'Winter campaign', clients: of(1), inDays: 11 }),
    makeProject({ title: 'Postponed shoot', inDays: 2, status: 'postponed' }),
    makeProject({ title: 'Baby album', clients: of(2), projectType: 'Newborn' }),
    makeProject({ title: 'Old and done', status: 'closed' }),
  ];
};

export const sampleTasks = ([first, second, third]: readonly Project[]): Task[] => [
  makeTask(first!, { title: 'Charge batteries', inDays: 0, assigneeId: 'mem_lena' }),
  makeTask(second!, { title: 'Send the contract', inDays: -4, assigneeId: 'mem_lena' }),
  makeTask(second!, { title: 'Ask for the timeline', inDays: -1 }),
  makeTask(third!, { title: 'Book the model', inDays: -9, assigneeId: 'mem_jonas' }),
  makeTask(second!, { title: 'Call the florist', inDays: 5, assigneeId: 'mem_lena' }),
];

/** What happened lately, newest first: a move, amounts, a task, a note, an enquiry. */
export function sampleChanges(
  [client]: readonly Client[],
  [, wedding]: readonly Project[],
  [, task]: readonly Task[],
  lead: { id: string; name: string } | undefined,
): Change[] {
  const make = (change: Partial<Change> & Pick<Change, 'subject' | 'action'>): Change => ({
    id: makeId('chg'),
    record: change.subject,
    actor: lena,
    at: at(0),
    reason: null,
    fields: [],
    names: {},
    ...change,
  });
  const named = { [wedding!.id]: wedding!.title };
  const stages = [makeId('pstage'), makeId('pstage')] as const;
  return [
    make({
      subject: wedding!.id,
      action: 'moved',
      at: at(0, 4),
      fields: [
        { field: 'stageId', before: stages[0], after: stages[1] },
        { field: 'status', before: 'draft', after: 'booked' },
      ],
      names: { ...named, [stages[0]]: 'Draft', [stages[1]]: 'Booked' },
    }),
    make({
      subject: wedding!.id,
      action: 'updated',
      actor: jonas,
      at: at(0, 32),
      fields: [
        { field: 'value', before: { amount: 240_000, currency: 'EUR' }, after: { amount: 285_000, currency: 'EUR' } },
        { field: 'tags', before: ['film'], after: ['film', 'outdoors'] },
        { field: 'description', before: null, after: 'Ceremony outdoors, rain plan in the barn.' },
      ],
      names: named,
    }),
    make({
      subject: task!.id,
      record: wedding!.id,
      action: 'done',
      actor: jonas,
      at: at(-1, 90),
      fields: [{ field: 'doneAt', before: null, after: at(-1, 90) }],
      names: { ...named, [task!.id]: task!.title },
    }),
    make({ subject: makeId('note'), record: wedding!.id, action: 'created', at: at(-1, 200), names: named }),
    make({
      subject: client!.id,
      action: 'merged',
      at: at(-3),
      fields: [{ field: 'tags', before: ['vip'], after: [] }],
      names: { [client!.id]: client!.displayName },
    }),
    ...(lead
      ? [
          make({
            subject: lead.id,
            action: 'created',
            actor: { kind: 'visitor', id: null, name: null },
            at: at(-4),
            names: { [lead.id]: lead.name },
          }),
        ]
      : []),
    make({ subject: makeId('task'), record: null, action: 'deleted', actor: jonas, at: at(-5) }),
  ];
}
