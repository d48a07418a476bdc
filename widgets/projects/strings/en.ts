import { common } from '../../app/strings/en.ts';

/** The texts of the projects screen. */
export const en = {
  ...common,
  'projects.title': 'Projects',
} as const;
