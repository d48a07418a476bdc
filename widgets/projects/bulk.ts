/** What can be done to marked projects, by where they stand and what each of them allows. */
import type { IconName } from '../app/icons.ts';
import type { MenuItem } from '../app/parts/menu.ts';
import type { Person } from '../app/people.ts';
import type { BulkAction } from '../app/record/bulk-bar.ts';
import { type Move, type ProjectActions, reverse } from './project-actions.ts';
import type { ProjectStore } from './project-store.ts';
import type { TranslateProject } from './texts.ts';
import { mayGo, type Project, type View } from './view.ts';

export interface ProjectBulk {
  readonly t: TranslateProject;
  readonly show: View['show'];
  readonly marked: readonly Project[];
  readonly store: ProjectStore;
  readonly people: readonly Person[];
  readonly actions: ProjectActions;
  /** Works on own jobs only: moves them, and leaves the rest to others. */
  readonly limited: boolean;
  readonly begin: (work: Promise<unknown>) => void;
  /** Asks for the reason first. */
  readonly cancel: (projects: readonly Project[]) => void;
  /** Says first that there is no way back. */
  readonly confirm: (projects: readonly Project[], move: Move, place: string) => void;
}

export function projectButtons(bulk: ProjectBulk): BulkAction[] {
  const { t, show, marked, actions, limited, begin } = bulk;
  if (show === 'deleted') {
    const restore = (): void => begin(actions.restore(marked));
    return limited ? [] : [{ label: t('action.restore'), icon: 'rotateCcw', run: restore }];
  }
  const remove: BulkAction = { label: t('action.delete'), icon: 'trash2', run: () => begin(actions.remove(marked)) };
  const shelve = (archived: boolean): BulkAction => ({
    label: t(archived ? 'menu.archive' : 'menu.unarchive'),
    icon: archived ? 'inbox' : 'rotateCcw',
    run: () => begin(actions.archive(marked, archived)),
  });
  if (show === 'archived') return limited ? [] : [shelve(false), remove];
  const move: BulkAction = { label: t('bulk.move'), icon: 'arrowRight', items: moves(bulk) };
  if (limited) return [move];
  return [move, { label: t('project.assign'), icon: 'users', items: assignments(bulk) }, shelve(true), remove];
}

/** Every place that one of them may go to, with how many may. */
function moves(bulk: ProjectBulk): MenuItem[] {
  const { t, marked, store, actions, begin } = bulk;
  const item = (label: string, may: readonly Project[], run: () => void, name?: IconName): MenuItem[] => {
    const hint = may.length < marked.length ? t('bulk.some', { count: may.length, total: marked.length }) : undefined;
    return may.length > 0 ? [{ label, run, ...(name && { icon: name }), ...(hint && { hint }) }] : [];
  };
  const stages = (store.pipeline?.stages ?? []).flatMap(({ id, name, meaning }) => {
    const may = marked.filter((one) => mayGo(one.status, meaning) && !(one.stageId === id && one.status === meaning));
    const to: Move = { to: 'stage', stageId: id };
    const final = may.length > 1 && may.some((one) => !reverse(one, actions.moved(one, to)));
    return item(name, may, () => (final ? bulk.confirm(may, to, name) : begin(actions.move(may, to))));
  });
  const aside = (to: 'postponed' | 'cancelled') => marked.filter(({ status }) => status !== to && mayGo(status, to));
  const [later, never] = [aside('postponed'), aside('cancelled')];
  const ends = [
    ...item(t('menu.postponed'), later, () => begin(actions.move(later, { to: 'postponed' })), 'hourglass'),
    ...item(t('menu.cancelled'), never, () => bulk.cancel(never), 'circleX'),
  ];
  return [...stages, ...ends.map((end, index) => ({ ...end, divided: index === 0 && stages.length > 0 }))];
}

/** Everybody of the studio; a tick at who is on all of them, and a press puts on or takes off. */
const assignments = ({ marked, people, actions, begin }: ProjectBulk): MenuItem[] =>
  people.map((person) => {
    const onAll = marked.every(({ memberIds }) => memberIds.includes(person.id));
    return { label: person.name, checked: onAll, run: () => begin(actions.assign(marked, person, !onAll)) };
  });
