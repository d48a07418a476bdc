/** The dashboard's addresses: what each means, and how it is written. Pure; history is in navigator.ts. */

export const settingsSections = [
  'workspace',
  'brand',
  'team',
  'pipeline',
  'stages',
  'templates',
  'keys',
  'connections',
  'account',
  'sessions',
] as const;
export type SettingsSection = (typeof settingsSections)[number];

export const authPages = [
  'sign-in',
  'register',
  'verify-email',
  'forgot-password',
  'reset-password',
  'confirm-email',
  'join',
] as const;
export type AuthPage = (typeof authPages)[number];

export type Route =
  | { name: 'home' }
  | { name: 'auth'; page: AuthPage }
  | { name: 'today'; slug: string }
  | { name: 'leads'; slug: string; leadId?: string }
  | { name: 'clients'; slug: string; clientId?: string }
  | { name: 'projects'; slug: string; projectId?: string }
  | { name: 'tasks'; slug: string }
  | { name: 'activity'; slug: string }
  | { name: 'forms'; slug: string; formId?: string }
  | { name: 'import'; slug: string; importId?: string }
  | { name: 'settings'; slug: string; section: SettingsSection }
  | { name: 'unknown' };

const isOneOf = <T extends string>(list: readonly T[], value: string | undefined): value is T =>
  list.includes(value as T);

/** Reads a path such as `/app/lumen-and-oak/leads`. A path that means nothing is `unknown`, never an error. */
export function parseRoute(pathname: string, base = '/app'): Route {
  if (pathname !== base && !pathname.startsWith(`${base}/`)) return { name: 'unknown' };
  const [first, area, detail, ...rest] = pathname.slice(base.length).split('/').filter(Boolean).map(decode);
  if (rest.length > 0) return { name: 'unknown' };
  if (first === undefined) return { name: 'home' };
  if (isOneOf(authPages, first)) return area === undefined ? { name: 'auth', page: first } : { name: 'unknown' };
  const slug = first;
  if (area === undefined) return { name: 'today', slug };
  if (area === 'leads') return { name: 'leads', slug, leadId: detail };
  if (area === 'clients') return { name: 'clients', slug, clientId: detail };
  if (area === 'projects') return { name: 'projects', slug, projectId: detail };
  if (area === 'tasks' && detail === undefined) return { name: 'tasks', slug };
  if (area === 'activity' && detail === undefined) return { name: 'activity', slug };
  if (area === 'forms') return { name: 'forms', slug, formId: detail };
  if (area === 'import') return { name: 'import', slug, importId: detail };
  if (area === 'settings' && detail === undefined) return { name: 'settings', slug, section: 'workspace' };
  if (area === 'settings' && isOneOf(settingsSections, detail)) return { name: 'settings', slug, section: detail };
  return { name: 'unknown' };
}

/** The path of a route; the reverse of `parseRoute`. */
export function routePath(route: Route, base = '/app'): string {
  const parts = pathParts(route).filter((part) => part !== undefined);
  return [base, ...parts.map(encodeURIComponent)].join('/');
}

function pathParts(route: Route): (string | undefined)[] {
  switch (route.name) {
    case 'auth':
      return [route.page];
    case 'today':
      return [route.slug];
    case 'leads':
      return [route.slug, 'leads', route.leadId];
    case 'clients':
      return [route.slug, 'clients', route.clientId];
    case 'projects':
      return [route.slug, 'projects', route.projectId];
    case 'tasks':
    case 'activity':
      return [route.slug, route.name];
    case 'forms':
      return [route.slug, 'forms', route.formId];
    case 'import':
      return [route.slug, 'import', route.importId];
    case 'settings':
      return [route.slug, 'settings', route.section];
    default:
      return [];
  }
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/**
 * Where to go after signing in. Only a path of the dashboard itself is followed, so that a crafted link can't send a
 * freshly signed-in person elsewhere.
 */
export function safeReturn(value: string | null, base = '/app'): string | undefined {
  if (!value?.startsWith('/') || value.startsWith('//') || value.includes('\\')) return undefined;
  const url = new URL(value, 'https://here.invalid');
  if (url.origin !== 'https://here.invalid') return undefined;
  const route = parseRoute(url.pathname, base);
  return route.name === 'unknown' || route.name === 'auth' ? undefined : url.pathname + url.search;
}
