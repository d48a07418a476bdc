import { common } from '../../app/strings/en.ts';

/** The texts of the clients screen. */
export const en = {
  ...common,
  'clients.title': 'Clients',
} as const;
