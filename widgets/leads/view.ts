/** The leads screen's part of the address. Pure. */
import type { Query } from '../app/navigator.ts';
import type { View } from './board-state.ts';

const statuses: readonly View['status'][] = ['open', 'won', 'lost', 'spam', 'deleted'];

export function readView(query: URLSearchParams): View {
  const status = query.get('status') as View['status'];
  return {
    layout: query.get('view') === 'table' ? 'table' : 'board',
    status: statuses.includes(status) ? status : 'open',
    q: (query.get('q') ?? '').trim().slice(0, 200),
    formId: query.get('form') ?? '',
    projectType: query.get('type') ?? '',
    importId: query.get('import') ?? '',
    order: query.get('order') === 'oldest' ? 'oldest' : 'newest',
  };
}

/** The parameters of `leads.list` and `leads.export`. */
export const filterOf = ({ status, q, formId, projectType, importId, order }: View) => ({
  ...(status === 'deleted' ? { deleted: true } : { status }),
  ...(q && { q }),
  ...(formId && { formId }),
  ...(projectType && { projectType }),
  ...(importId && { importId }),
  order,
});

/** The parameters of a view; what is as by default stays out of the address. */
export function writeView(view: View): Query {
  return {
    view: view.layout === 'table' ? 'table' : undefined,
    status: view.status === 'open' ? undefined : view.status,
    q: view.q || undefined,
    form: view.formId || undefined,
    type: view.projectType || undefined,
    import: view.importId || undefined,
    order: view.order === 'oldest' ? 'oldest' : undefined,
  };
}
