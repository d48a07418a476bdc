import type { Context } from '../platform/context.ts';
import { query } from '../platform/database.ts';
import type { MailFrame, MailTemplate } from '../platform/mail.ts';
import { asSystem } from '../platform/tenancy.ts';
import type { Locale } from './entities.ts';
import { link, ourBrand } from './mail-frame.ts';

/** Subject, text and, where there is something to press, its label. */
type Words = readonly [subject: string, text: string, label?: string];
type Kind =
  | 'passwordChanged'
  | 'confirmEmail'
  | 'emailTaken'
  | 'emailAsked'
  | 'emailChanged'
  | 'googleLinked'
  | 'googleUnlinked';

const words: Record<Locale, Record<Kind, Words>> = {
  en: {
    passwordChanged: [
      'Your password was changed',
      'Hello {name},\n\nthe password of your account was changed, and your other sessions have ended. If this was not you, set a new password now.',
      'Set a new password',
    ],
    confirmEmail: [
      'Confirm your new address',
      'Hello {name},\n\nuse this address for your account from now on. The link works once, for one hour. If you did not ask for this, you need not do anything.',
      'Use this address',
    ],
    emailTaken: [
      'This address already has an account',
      'Somebody, probably you, wanted to use this address for another account. It already has one of its own, which stays as it is.',
    ],
    emailAsked: [
      'Your address is to be changed',
      'Hello {name},\n\nsomebody who knows your password asked to change the address of your account to {email}. If this was not you, set a new password now: it stops the change.',
      'Set a new password',
    ],
    emailChanged: [
      'Your address was changed',
      'Hello {name},\n\nyour account now has the address {email}, and your other sessions have ended. If this was not you, write to the owner of your studio at once.',
    ],
    googleLinked: [
      'You can sign in with Google now',
      'Hello {name},\n\na Google account was linked to your account, and opens it from now on. If this was not you, set a new password now: it ends this.',
      'Set a new password',
    ],
    googleUnlinked: [
      'Google no longer signs you in',
      'Hello {name},\n\nyour Google account no longer opens your account. Your password does. If this was not you, set a new password now.',
      'Set a new password',
    ],
  },
  de: {
    passwordChanged: [
      'Ihr Passwort wurde geändert',
      'Hallo {name},\n\ndas Passwort Ihres Kontos wurde geändert, Ihre anderen Sitzungen sind beendet. Wenn Sie das nicht waren, setzen Sie jetzt ein neues Passwort.',
      'Neues Passwort setzen',
    ],
    confirmEmail: [
      'Bestätigen Sie Ihre neue Adresse',
      'Hallo {name},\n\nverwenden Sie diese Adresse ab jetzt für Ihr Konto. Der Link gilt einmal und eine Stunde lang. Wenn Sie das nicht wollten, müssen Sie nichts tun.',
      'Diese Adresse verwenden',
    ],
    emailTaken: [
      'Zu dieser Adresse gibt es schon ein Konto',
      'Jemand, wahrscheinlich Sie, wollte diese Adresse für ein anderes Konto verwenden. Sie hat schon ein eigenes, das bleibt, wie es ist.',
    ],
    emailAsked: [
      'Ihre Adresse soll geändert werden',
      'Hallo {name},\n\njemand, der Ihr Passwort kennt, möchte die Adresse Ihres Kontos in {email} ändern. Wenn Sie das nicht waren, setzen Sie jetzt ein neues Passwort: Das hält die Änderung auf.',
      'Neues Passwort setzen',
    ],
    emailChanged: [
      'Ihre Adresse wurde geändert',
      'Hallo {name},\n\nIhr Konto hat jetzt die Adresse {email}, Ihre anderen Sitzungen sind beendet. Wenn Sie das nicht waren, wenden Sie sich sofort an die Inhaberin oder den Inhaber Ihres Studios.',
    ],
    googleLinked: [
      'Sie können sich jetzt mit Google anmelden',
      'Hallo {name},\n\nein Google-Konto wurde mit Ihrem Konto verknüpft und öffnet es ab jetzt. Wenn Sie das nicht waren, setzen Sie jetzt ein neues Passwort: Das beendet es.',
      'Neues Passwort setzen',
    ],
    googleUnlinked: [
      'Google meldet Sie nicht mehr an',
      'Hallo {name},\n\nIhr Google-Konto öffnet Ihr Konto nicht mehr. Ihr Passwort gilt weiter. Wenn Sie das nicht waren, setzen Sie jetzt ein neues Passwort.',
      'Neues Passwort setzen',
    ],
  },
  ar: {
    passwordChanged: [
      'تم تغيير كلمة المرور',
      'مرحبًا {name}،\n\nتم تغيير كلمة مرور حسابك وانتهت جلساتك الأخرى. إن لم تكن أنت من فعل ذلك فعيّن كلمة مرور جديدة الآن.',
      'تعيين كلمة مرور جديدة',
    ],
    confirmEmail: [
      'أكّد عنوانك الجديد',
      'مرحبًا {name}،\n\nاستخدم هذا العنوان لحسابك من الآن فصاعدًا. يعمل الرابط مرة واحدة ولمدة ساعة. إن لم تطلب ذلك فلا يلزمك فعل شيء.',
      'استخدام هذا العنوان',
    ],
    emailTaken: [
      'لهذا العنوان حساب بالفعل',
      'أراد شخص ما، ربما أنت، استخدام هذا العنوان لحساب آخر. له حساب خاص به بالفعل ويبقى كما هو.',
    ],
    emailAsked: [
      'طُلب تغيير عنوانك',
      'مرحبًا {name}،\n\nطلب شخص يعرف كلمة مرورك تغيير عنوان حسابك إلى {email}. إن لم تكن أنت فعيّن كلمة مرور جديدة الآن: هذا يوقف التغيير.',
      'تعيين كلمة مرور جديدة',
    ],
    emailChanged: [
      'تم تغيير عنوانك',
      'مرحبًا {name}،\n\nأصبح عنوان حسابك {email} وانتهت جلساتك الأخرى. إن لم تكن أنت من فعل ذلك فتواصل فورًا مع مالك الاستوديو.',
    ],
    googleLinked: [
      'يمكنك الآن تسجيل الدخول عبر Google',
      'مرحبًا {name}،\n\nرُبط حساب Google بحسابك، وهو يفتحه من الآن فصاعدًا. إن لم تكن أنت فعيّن كلمة مرور جديدة الآن: هذا يوقفه.',
      'تعيين كلمة مرور جديدة',
    ],
    googleUnlinked: [
      'لم يعد Google يسجّل دخولك',
      'مرحبًا {name}،\n\nلم يعد حساب Google الخاص بك يفتح حسابك. كلمة مرورك ما زالت تفتحه. إن لم تكن أنت فعيّن كلمة مرور جديدة الآن.',
      'تعيين كلمة مرور جديدة',
    ],
  },
};

interface Person {
  name: string;
  locale: Locale;
}

/** Whose account it is, in the language of the studio they opened first. */
const personOf = (ctx: Context, userId: string): Promise<Person | undefined> =>
  asSystem(ctx, 'account.change-email', async () => {
    const [person] = await query<{ name: string; locale: Locale | null }>(
      ctx.em,
      `select u.name, (select w.locale from members m join workspaces w on w.id = m.workspace_id
                        where m.user_id = u.id order by w.created_at limit 1) as locale
         from users u where u.id = $1`,
      [userId],
    );
    return person && { name: person.name, locale: person.locale ?? 'en' };
  });

function write(kind: Kind, { name, locale }: Person, url: string, email = ''): MailFrame {
  const [subject, text, label] = words[locale][kind];
  const filled = text.replace('{name}', () => name).replace('{email}', () => email);
  return {
    fromName: 'Alloza',
    brand: ourBrand(locale),
    content: {
      subject,
      blocks: [
        { kind: 'heading', text: subject },
        { kind: 'text', text: filled },
        ...(label ? [{ kind: 'button' as const, label, url }] : []),
      ],
    },
  };
}

interface Data {
  userId: string;
  email?: string;
  token?: string;
}

/** A mail about somebody's account; dropped if the account is gone. */
const about =
  (kind: Kind): MailTemplate =>
  async (ctx, { userId, email, token }: Data, { publicUrl }) => {
    const person = await personOf(ctx, userId);
    if (!person) return null;
    // Whoever has an account under the address is not told who asked.
    const reader = kind === 'emailTaken' ? { ...person, name: '' } : person;
    const url = token ? link(publicUrl, 'confirm-email', token) : `${publicUrl}/app/forgot-password`;
    return write(kind, reader, url, email);
  };

export const noticeTemplates = {
  'account.password-changed': about('passwordChanged'),
  'account.confirm-email': about('confirmEmail'),
  'account.email-taken': about('emailTaken'),
  'account.email-asked': about('emailAsked'),
  'account.email-changed': about('emailChanged'),
  'account.google-linked': about('googleLinked'),
  'account.google-unlinked': about('googleUnlinked'),
} satisfies Record<string, MailTemplate>;
