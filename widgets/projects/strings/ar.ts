import { common } from '../../app/strings/ar.ts';
import type { Translation } from '../../strings/table.ts';
import type { en } from './en.ts';

export const ar: Translation<typeof en> = {
  ...common,
  'projects.title': 'المشاريع',
};
