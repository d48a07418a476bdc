/** The elements of the product and where each is defined. */
export const tags: Record<string, () => Promise<unknown>> = {
  'alloza-clients': async () => import('../define/alloza-clients.ts'),
  'alloza-dashboard': async () => import('../define/alloza-dashboard.ts'),
  'alloza-lead-form': async () => import('../define/alloza-lead-form.ts'),
  'alloza-leads': async () => import('../define/alloza-leads.ts'),
  'alloza-projects': async () => import('../define/alloza-projects.ts'),
  'alloza-settings': async () => import('../define/alloza-settings.ts'),
  'alloza-studio': async () => import('../define/alloza-studio.ts'),
};
