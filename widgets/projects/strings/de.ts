import { common } from '../../app/strings/de.ts';
import type { Translation } from '../../strings/table.ts';
import type { en } from './en.ts';

export const de: Translation<typeof en> = {
  ...common,
  'projects.title': 'Aufträge',
};
