import { getWorkspace } from '../account/service.ts';
import type { Context } from '../platform/context.ts';
import { query } from '../platform/database.ts';
import { publicFileUrl } from '../platform/files.ts';
import { publicId, storedId } from '../platform/ids.ts';
import type { MailTemplate } from '../platform/mail.ts';
import type { MailBrand } from '../platform/mail-layout.ts';
import type { Listener } from '../platform/module.ts';
import { Lead, LeadForm } from './entities.ts';

const repliesPerDay = 3;
const tooLateMs = 48 * 3_600_000;

const words = {
  en: {
    subject: 'New enquiry from {name}',
    open: 'Open the enquiry',
    name: 'Name',
    email: 'E-mail',
    phone: 'Phone',
    projectType: 'About',
    eventDate: 'Date',
    place: 'Place',
    message: 'Message',
  },
  de: {
    subject: 'Neue Anfrage von {name}',
    open: 'Anfrage öffnen',
    name: 'Name',
    email: 'E-Mail',
    phone: 'Telefon',
    projectType: 'Thema',
    eventDate: 'Datum',
    place: 'Ort',
    message: 'Nachricht',
  },
  ar: {
    subject: 'استفسار جديد من {name}',
    open: 'فتح الاستفسار',
    name: 'الاسم',
    email: 'البريد الإلكتروني',
    phone: 'الهاتف',
    projectType: 'الموضوع',
    eventDate: 'التاريخ',
    place: 'المكان',
    message: 'الرسالة',
  },
} as const;

/** A new enquiry: tells the studio, and thanks the visitor if the form says so. */
export const onLeadCreated: Listener = async (ctx, event) => {
  const leadId = storedId('lead', event.data.id);
  const lead = leadId ? await ctx.em.findOne(Lead, { id: leadId }) : null;
  if (!lead || lead.status === 'spam' || lead.deletedAt) return;
  // After two days the news is old: a late run says nothing rather than something strange.
  if (ctx.now.getTime() - lead.createdAt.getTime() > tooLateMs) return;
  // What staff enter by hand or import is no news to the studio, and nobody filled in a form.
  if (lead.source.kind === 'manual' || lead.source.kind === 'import') return;
  const workspace = await getWorkspace(ctx);
  ctx.mail({
    template: 'leads.notify',
    to: workspace.notificationEmail,
    data: { leadId: event.data.id },
    subjectId: lead.id,
  });
  if (!lead.email || !lead.formId) return;
  const form = await ctx.em.findOne(LeadForm, { id: lead.formId });
  // A stranger's form must not become a mail bomb against somebody else's address.
  if (form?.autoReply.enabled && (await repliesToday(ctx, lead.email)) < repliesPerDay) {
    ctx.mail({ template: 'leads.thanks', to: lead.email, data: { leadId: event.data.id }, subjectId: lead.id });
  }
};

/** Listeners that thank one address take turns, so that many at once count each other. */
async function repliesToday(ctx: Context, email: string): Promise<number> {
  await query(ctx.em, 'select pg_advisory_xact_lock(hashtextextended($1, 0))', [`thanks ${ctx.workspace.id} ${email}`]);
  const [row] = await query<{ sent: number }>(
    ctx.em,
    `select count(*)::int as sent from mails where workspace_id = $1 and recipient = $2 and template = 'leads.thanks'
       and created_at > $3::timestamptz - interval '24 hours'`,
    [ctx.workspace.id, email, ctx.now],
  );
  return row!.sent;
}

async function load(ctx: Context, data: { leadId: string }) {
  const id = storedId('lead', data.leadId);
  const lead = id ? await ctx.em.findOne(Lead, { id }) : null;
  if (!lead) return null;
  const workspace = await getWorkspace(ctx);
  const brand: MailBrand = {
    studioName: workspace.name,
    accent: workspace.accent,
    radius: workspace.radius,
    logoUrl: workspace.logoFileId ? publicFileUrl(ctx.config.PUBLIC_URL, workspace.logoFileId) : null,
    locale: workspace.locale,
  };
  return { lead, workspace, brand };
}

const notify: MailTemplate = async (ctx, data: { leadId: string }, { publicUrl }) => {
  const loaded = await load(ctx, data);
  if (!loaded) return null;
  const { lead, workspace, brand } = loaded;
  const text = words[workspace.locale];
  const subject = text.subject.replace('{name}', () => lead.name);
  const facts = (['name', 'email', 'phone', 'projectType', 'eventDate', 'place'] as const).flatMap((key) =>
    lead[key] ? [{ label: text[key], value: String(lead[key]) }] : [],
  );
  const answers = lead.answers.map(({ label, value }) => ({
    label,
    value: Array.isArray(value) ? value.join(', ') : String(value),
  }));
  return {
    fromName: `${workspace.senderName} · Alloza`,
    ...(lead.email ? { replyTo: lead.email } : {}),
    brand,
    content: {
      subject,
      blocks: [
        { kind: 'heading', text: subject },
        { kind: 'facts', rows: [...facts, ...answers] },
        ...(lead.message ? [{ kind: 'quote' as const, text: lead.message }] : []),
        {
          kind: 'button',
          label: text.open,
          url: `${publicUrl}/app/${workspace.slug}/leads/${publicId('lead', lead.id)}`,
        },
      ],
    },
  };
};

const thanks: MailTemplate = async (ctx, data: { leadId: string }) => {
  const loaded = await load(ctx, data);
  const form = loaded?.lead.formId ? await ctx.em.findOne(LeadForm, { id: loaded.lead.formId }) : null;
  if (!loaded || !form?.autoReply.enabled) return null;
  const { lead, workspace, brand } = loaded;
  const fill = (text: string) =>
    text.replace(/\{(name|studio)\}/g, (_match, key) => (key === 'name' ? lead.name : workspace.name));
  return {
    fromName: workspace.senderName,
    replyTo: workspace.replyTo,
    brand,
    content: { subject: fill(form.autoReply.subject), blocks: [{ kind: 'text', text: fill(form.autoReply.message) }] },
  };
};

export const mailTemplates: Record<string, MailTemplate> = { 'leads.notify': notify, 'leads.thanks': thanks };
