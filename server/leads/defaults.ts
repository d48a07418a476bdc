import type { components } from '../../sdk/schema.ts';
import { getWorkspace } from '../account/service.ts';
import type { Context } from '../platform/context.ts';
import { query } from '../platform/database.ts';
import { newId } from '../platform/ids.ts';
import type { Meaning } from './entities.ts';

type Schemas = components['schemas'];
type Locale = Schemas['Locale'];

interface Words {
  stages: Record<Meaning, string>;
  lostReasons: string[];
  formName: string;
  title: string;
  submitLabel: string;
  labels: Record<'name' | 'email' | 'phone' | 'projectType' | 'eventDate' | 'place' | 'message', string>;
  projectTypes: string[];
  emailText: string;
  thanks: Schemas['LeadFormThanks'];
  autoReply: Omit<Schemas['LeadFormAutoReply'], 'enabled'>;
}

export const defaultWords: Record<Locale, Words> = {
  en: {
    stages: { new: 'New', contacted: 'Contacted', consulting: 'Consulting', proposed: 'Proposal sent' },
    lostReasons: ['Budget', 'Date not available', 'Chose another studio', 'No answer'],
    formName: 'Enquiry',
    title: 'Tell us about your plans',
    submitLabel: 'Send enquiry',
    labels: {
      name: 'Your name',
      email: 'E-mail',
      phone: 'Phone',
      projectType: 'What is it about?',
      eventDate: 'Date',
      place: 'Place',
      message: 'Your message',
    },
    projectTypes: ['Wedding', 'Portrait', 'Family', 'Business', 'Something else'],
    emailText: 'You may answer me by e-mail.',
    thanks: { title: 'Thank you', message: 'Your enquiry is with us. We answer within two working days.' },
    autoReply: {
      subject: 'We have your enquiry',
      message:
        'Hello {name},\n\nthank you for writing to {studio}. We read every enquiry ourselves and answer within two working days.',
    },
  },
  de: {
    stages: { new: 'Neu', contacted: 'Kontaktiert', consulting: 'Im Gespräch', proposed: 'Angebot gesendet' },
    lostReasons: ['Budget', 'Termin nicht frei', 'Anderes Studio gewählt', 'Keine Antwort'],
    formName: 'Anfrage',
    title: 'Erzählen Sie uns von Ihren Plänen',
    submitLabel: 'Anfrage senden',
    labels: {
      name: 'Ihr Name',
      email: 'E-Mail',
      phone: 'Telefon',
      projectType: 'Worum geht es?',
      eventDate: 'Datum',
      place: 'Ort',
      message: 'Ihre Nachricht',
    },
    projectTypes: ['Hochzeit', 'Porträt', 'Familie', 'Business', 'Etwas anderes'],
    emailText: 'Sie dürfen mir per E-Mail antworten.',
    thanks: { title: 'Vielen Dank', message: 'Ihre Anfrage ist bei uns. Wir antworten innerhalb von zwei Werktagen.' },
    autoReply: {
      subject: 'Ihre Anfrage ist angekommen',
      message:
        'Hallo {name},\n\ndanke für Ihre Nachricht an {studio}. Wir lesen jede Anfrage selbst und antworten innerhalb von zwei Werktagen.',
    },
  },
  ar: {
    stages: { new: 'جديد', contacted: 'تم التواصل', consulting: 'قيد التشاور', proposed: 'أُرسل العرض' },
    lostReasons: ['الميزانية', 'الموعد غير متاح', 'اختار استوديو آخر', 'لا رد'],
    formName: 'استفسار',
    title: 'أخبرنا عن خططك',
    submitLabel: 'إرسال الاستفسار',
    labels: {
      name: 'الاسم',
      email: 'البريد الإلكتروني',
      phone: 'الهاتف',
      projectType: 'ما نوع المناسبة؟',
      eventDate: 'التاريخ',
      place: 'المكان',
      message: 'رسالتك',
    },
    projectTypes: ['زفاف', 'بورتريه', 'عائلة', 'أعمال', 'شيء آخر'],
    emailText: 'يمكنكم الرد عليّ بالبريد الإلكتروني.',
    thanks: { title: 'شكرًا لك', message: 'وصلنا استفسارك. نرد خلال يومي عمل.' },
    autoReply: {
      subject: 'وصلنا استفسارك',
      message: 'مرحبًا {name}،\n\nشكرًا لتواصلك مع {studio}. نقرأ كل استفسار بأنفسنا ونرد خلال يومي عمل.',
    },
  },
};

export function defaultFields(words: Words): Schemas['LeadFormField'][] {
  const { labels } = words;
  return [
    { key: 'name', type: 'text', label: labels.name, required: true },
    { key: 'email', type: 'email', label: labels.email, required: true },
    { key: 'phone', type: 'phone', label: labels.phone, required: false },
    { key: 'projectType', type: 'choice', label: labels.projectType, required: false, options: words.projectTypes },
    { key: 'eventDate', type: 'date', label: labels.eventDate, required: false },
    { key: 'place', type: 'text', label: labels.place, required: false },
    { key: 'message', type: 'longText', label: labels.message, required: false },
  ];
}

/**
 * Gives a workspace its pipeline, stages and first form, in its language. Runs when they are first looked for, because
 * the room that opens workspaces comes earlier and can't call this one. Two first looks at once make one set.
 */
export async function ensureDefaults(ctx: Context): Promise<void> {
  const words = defaultWords[(await getWorkspace(ctx)).locale];
  const made = await query(
    ctx.em,
    'insert into lead_pipelines (workspace_id, id, lost_reasons) values ($1, $2, $3) on conflict (workspace_id) do nothing returning 1',
    [ctx.workspace.id, newId(), words.lostReasons],
  );
  if (made.length === 0) return;
  const stages = Object.entries(words.stages).map(([meaning, name], position) => ({
    id: newId(),
    meaning,
    name,
    position,
  }));
  await query(
    ctx.em,
    `insert into lead_stages (workspace_id, id, name, meaning, position)
     select $1, id, name, meaning, position from jsonb_to_recordset($2) as s(id uuid, name text, meaning text, position integer)`,
    [ctx.workspace.id, JSON.stringify(stages)],
  );
  await query(
    ctx.em,
    `insert into lead_forms (workspace_id, id, name, title, submit_label, fields, consent, thanks, auto_reply, created_at, updated_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $10)`,
    [
      ctx.workspace.id,
      newId(),
      words.formName,
      words.title,
      words.submitLabel,
      JSON.stringify(defaultFields(words)),
      JSON.stringify({ emailText: words.emailText, smsText: null, textVersion: 1 }),
      JSON.stringify(words.thanks),
      JSON.stringify({ enabled: true, ...words.autoReply }),
      ctx.now,
    ],
  );
}
