import type { Locale } from '../account/entities.ts';
import { getWorkspace, link } from '../account/service.ts';
import type { Context } from '../platform/context.ts';
import { query } from '../platform/database.ts';
import { publicFileUrl } from '../platform/files.ts';
import type { MailFrame, MailTemplate } from '../platform/mail.ts';
import { asSystem } from '../platform/tenancy.ts';

/** Subject, text and, where there is something to press, its label. */
type Words = readonly [subject: string, text: string, label?: string];
type Kind = 'invitation' | 'removed' | 'owner';

const words: Record<Locale, Record<Kind, Words>> = {
  en: {
    invitation: [
      'Join {studio} on Alloza',
      '{name} invites you to work in {studio}. The link works once, for seven days, and for this address only. If you do not know the studio, you need not do anything.',
      'See the invitation',
    ],
    removed: [
      'You have left {studio}',
      'Hello {name},\n\nyou are no longer a member of {studio}. Your account and your other studios stay as they are.',
    ],
    owner: [
      'You own {studio} now',
      'Hello {name},\n\n{from} has handed {studio} over to you. You are its owner from now on.',
      'Open the studio',
    ],
  },
  de: {
    invitation: [
      'Einladung zu {studio} bei Alloza',
      '{name} lädt Sie ein, in {studio} mitzuarbeiten. Der Link gilt einmal, sieben Tage lang und nur für diese Adresse. Wenn Sie das Studio nicht kennen, müssen Sie nichts tun.',
      'Einladung ansehen',
    ],
    removed: [
      'Sie gehören nicht mehr zu {studio}',
      'Hallo {name},\n\nSie sind kein Mitglied von {studio} mehr. Ihr Konto und Ihre anderen Studios bleiben, wie sie sind.',
    ],
    owner: [
      '{studio} gehört jetzt Ihnen',
      'Hallo {name},\n\n{from} hat Ihnen {studio} übergeben. Ab jetzt sind Sie dort Inhaberin oder Inhaber.',
      'Studio öffnen',
    ],
  },
  ar: {
    invitation: [
      'انضم إلى {studio} على Alloza',
      'يدعوك {name} إلى العمل في {studio}. يعمل الرابط مرة واحدة ولمدة سبعة أيام ولهذا العنوان فقط. إن كنت لا تعرف الاستوديو فلا يلزمك فعل شيء.',
      'عرض الدعوة',
    ],
    removed: [
      'لم تعد عضوًا في {studio}',
      'مرحبًا {name}،\n\nلم تعد عضوًا في {studio}. يبقى حسابك واستوديوهاتك الأخرى كما هي.',
    ],
    owner: [
      'أصبحت مالك {studio}',
      'مرحبًا {name}،\n\nسلّمك {from} ملكية {studio}. أنت مالكه من الآن فصاعدًا.',
      'فتح الاستوديو',
    ],
  },
};

/** A mail of the studio to somebody of its team, in its brand and language. */
async function write(ctx: Context, kind: Kind, values: Record<string, string>, url: string): Promise<MailFrame> {
  const workspace = await getWorkspace(ctx);
  const filled: Record<string, string> = { ...values, studio: workspace.name };
  const fill = (text: string) => text.replaceAll(/{(\w+)}/g, (_all, name: string) => filled[name] ?? '');
  const [subject, text, label] = words[workspace.locale][kind];
  return {
    fromName: `${workspace.senderName} · Alloza`,
    brand: {
      studioName: workspace.name,
      accent: workspace.accent,
      radius: workspace.radius,
      logoUrl: workspace.logoFileId ? publicFileUrl(ctx.config.PUBLIC_URL, workspace.logoFileId) : null,
      locale: workspace.locale,
    },
    content: {
      subject: fill(subject),
      blocks: [
        { kind: 'heading', text: fill(subject) },
        { kind: 'text', text: fill(text) },
        ...(label ? [{ kind: 'button' as const, label, url }] : []),
      ],
    },
  };
}

/** Whose account it is; null if that is gone. */
const nameOf = (ctx: Context, userId: string): Promise<string | null> =>
  asSystem(ctx, 'team.members', async () => {
    const [person] = await query<{ name: string }>(ctx.em, 'select name from users where id = $1', [userId]);
    return person?.name ?? null;
  });

export const mailTemplates = {
  'team.invitation': async (ctx, data: { invitationId: string; token: string }, { publicUrl }) => {
    const [open] = await query<{ name: string }>(
      ctx.em,
      'select invited_by as name from invitations where workspace_id = $1 and id = $2',
      [ctx.workspace.id, data.invitationId],
    );
    return open ? write(ctx, 'invitation', { name: open.name }, link(publicUrl, 'join', data.token)) : null;
  },
  'team.removed': async (ctx, { userId }: { userId: string }) => {
    const name = await nameOf(ctx, userId);
    return name === null ? null : write(ctx, 'removed', { name }, '');
  },
  'team.owner': async (ctx, { userId, fromId }: { userId: string; fromId: string }, { publicUrl }) => {
    const [name, from] = [await nameOf(ctx, userId), await nameOf(ctx, fromId)];
    return name === null ? null : write(ctx, 'owner', { name, from: from ?? '' }, `${publicUrl}/app`);
  },
} satisfies Record<string, MailTemplate>;
