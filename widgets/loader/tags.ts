/** The elements of the product and where each is defined. */
export const tags: Record<string, () => Promise<unknown>> = {
  'alloza-lead-form': async () => import('../define/alloza-lead-form.ts'),
  'alloza-studio': async () => import('../define/alloza-studio.ts'),
};
