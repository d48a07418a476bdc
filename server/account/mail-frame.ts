import type { MailBrand } from '../platform/mail-layout.ts';
import type { Locale } from './entities.ts';

/** How mails look that come from us and not from a studio. */
export const ourBrand = (locale: Locale): MailBrand => ({
  studioName: 'Alloza',
  accent: '#0f6b5c',
  radius: 8,
  logoUrl: null,
  locale,
});

/** The token stands behind `#`, which browsers keep to themselves: no log and no Referer holds it. */
export const link = (publicUrl: string, page: string, token: string): string =>
  `${publicUrl}/app/${page}#token=${token}`;
