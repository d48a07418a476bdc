import type { Context } from '../platform/context.ts';
import { query } from '../platform/database.ts';
import type { MailFrame, MailTemplate } from '../platform/mail.ts';
import { asSystem } from '../platform/tenancy.ts';
import type { Locale } from './entities.ts';
import { link, ourBrand } from './mail-frame.ts';
import { noticeTemplates } from './notices.ts';

const words = {
  en: {
    verify: [
      'Open your studio',
      'Somebody, probably you, wants to open a studio on Alloza with this address. See what will be opened, and choose your password.',
      'Choose my password',
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
      'Eröffnen Sie Ihr Studio',
      'Jemand, wahrscheinlich Sie, möchte mit dieser Adresse ein Studio bei Alloza eröffnen. Sehen Sie nach, was eröffnet wird, und wählen Sie Ihr Passwort.',
      'Passwort wählen',
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
    verify: [
      'افتح الاستوديو الخاص بك',
      'يريد شخص ما، ربما أنت، فتح استوديو على Alloza بهذا العنوان. اطّلع على ما سيُفتح واختر كلمة المرور.',
      'اختيار كلمة المرور',
    ],
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

type Kind = 'verify' | 'exists' | 'reset';

interface Letter {
  locale: Locale;
  /** Of the person, where we know it from them; what a stranger typed goes into nobody's mail. */
  name?: string;
  url: string;
}

function write(kind: Kind, { locale, name = '', url }: Letter): MailFrame {
  const text = words[locale] ?? words.en;
  const [subject, body, label] = text[kind];
  const notes = [text.expiry[kind], text.ignore].filter(Boolean).join(' ');
  return {
    fromName: 'Alloza',
    brand: ourBrand(locale),
    content: {
      subject,
      blocks: [
        { kind: 'heading', text: subject },
        { kind: 'text', text: body.replace('{name}', () => name) },
        { kind: 'button', label, url },
        { kind: 'note', text: notes },
      ],
    },
  };
}

/** Whom a reset is for, in the language of the studio they opened first; none if the address has no account. */
const holderOf = (ctx: Context, email: string): Promise<{ name: string; locale: Locale | null } | undefined> =>
  asSystem(ctx, 'account.reset', async () => {
    const rows = await query<{ name: string; locale: Locale | null }>(
      ctx.em,
      `select u.name, (select w.locale from members m join workspaces w on w.id = m.workspace_id
                        where m.user_id = u.id order by w.created_at limit 1) as locale
         from users u where u.email = $1`,
      [email],
    );
    return rows[0];
  });

export const mailTemplates = {
  ...noticeTemplates,
  'account.verify': async (_ctx, { locale, token }: { locale: Locale; token: string }, { publicUrl }) =>
    write('verify', { locale, url: link(publicUrl, 'verify-email', token) }),
  'account.exists': async (_ctx, { locale }: { locale: Locale }, { publicUrl }) =>
    write('exists', { locale, url: `${publicUrl}/app/sign-in` }),
  'account.reset': async (ctx, { email, token }: { email: string; token: string }, { publicUrl }) => {
    const holder = await holderOf(ctx, email);
    if (!holder) return null;
    const { name, locale } = holder;
    return write('reset', { locale: locale ?? 'en', name, url: link(publicUrl, 'reset-password', token) });
  },
} satisfies Record<string, MailTemplate>;
