import type { MailTemplate } from '../platform/mail.ts';
import type { MailBrand } from '../platform/mail-layout.ts';
import type { Locale } from './entities.ts';

interface AccountMail {
  locale: Locale;
  name?: string;
  token?: string;
}

const ourBrand = (locale: Locale): MailBrand => ({
  studioName: 'Alloza',
  accent: '#0f6b5c',
  radius: 8,
  logoUrl: null,
  locale,
});

const words = {
  en: {
    verify: [
      'Confirm your address',
      'Hello {name},\n\nconfirm your address to open your studio on Alloza.',
      'Confirm and open my studio',
    ],
    exists: [
      'You already have an account',
      'Somebody, probably you, tried to register with this address. It already has an account.',
      'Sign in',
    ],
    reset: [
      'Set a new password',
      'Hello {name},\n\nset a new password with this link. It ends every session of your account.',
      'Set a new password',
    ],
    expiry: { verify: 'The link works once, for one hour.', reset: 'The link works once, for 30 minutes.', exists: '' },
    ignore: 'If this was not you, you need not do anything.',
  },
  de: {
    verify: [
      'Adresse bestätigen',
      'Hallo {name},\n\nbestätigen Sie Ihre Adresse, um Ihr Studio bei Alloza zu eröffnen.',
      'Bestätigen und Studio eröffnen',
    ],
    exists: [
      'Sie haben schon ein Konto',
      'Jemand, wahrscheinlich Sie, wollte sich mit dieser Adresse registrieren. Zu ihr gibt es schon ein Konto.',
      'Anmelden',
    ],
    reset: [
      'Neues Passwort setzen',
      'Hallo {name},\n\nmit diesem Link setzen Sie ein neues Passwort. Alle Sitzungen Ihres Kontos enden damit.',
      'Neues Passwort setzen',
    ],
    expiry: {
      verify: 'Der Link gilt einmal und eine Stunde lang.',
      reset: 'Der Link gilt einmal und 30 Minuten lang.',
      exists: '',
    },
    ignore: 'Wenn Sie das nicht waren, müssen Sie nichts tun.',
  },
  ar: {
    verify: ['أكّد عنوانك', 'مرحبًا {name}،\n\nأكّد عنوانك لفتح الاستوديو الخاص بك على Alloza.', 'تأكيد وفتح الاستوديو'],
    exists: ['لديك حساب بالفعل', 'حاول شخص ما، ربما أنت، التسجيل بهذا العنوان. يوجد حساب له بالفعل.', 'تسجيل الدخول'],
    reset: [
      'تعيين كلمة مرور جديدة',
      'مرحبًا {name}،\n\nعيّن كلمة مرور جديدة بهذا الرابط. ستنتهي كل جلسات حسابك.',
      'تعيين كلمة مرور جديدة',
    ],
    expiry: { verify: 'يعمل الرابط مرة واحدة ولمدة ساعة.', reset: 'يعمل الرابط مرة واحدة ولمدة 30 دقيقة.', exists: '' },
    ignore: 'إن لم تكن أنت من طلب ذلك فلا يلزمك فعل شيء.',
  },
} as const;

const template =
  (kind: 'verify' | 'exists' | 'reset', path: string): MailTemplate =>
  async (_ctx, data: AccountMail, { publicUrl }) => {
    const text = words[data.locale] ?? words.en;
    const [subject, body, label] = text[kind];
    // The token stands behind `#`, which browsers keep to themselves: no log and no Referer holds it.
    const url = `${publicUrl}${path}${data.token ? `#token=${data.token}` : ''}`;
    const notes = [text.expiry[kind], text.ignore].filter(Boolean).join(' ');
    return {
      fromName: 'Alloza',
      brand: ourBrand(data.locale),
      content: {
        subject,
        blocks: [
          { kind: 'heading', text: subject },
          { kind: 'text', text: body.replace('{name}', () => data.name ?? '') },
          { kind: 'button', label, url },
          { kind: 'note', text: notes },
        ],
      },
    };
  };

export const mailTemplates: Record<string, MailTemplate> = {
  'account.verify': template('verify', '/app/verify-email'),
  'account.exists': template('exists', '/app/sign-in'),
  'account.reset': template('reset', '/app/reset-password'),
};
