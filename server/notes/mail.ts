import { getWorkspace } from '../account/service.ts';
import { query } from '../platform/database.ts';
import { publicFileUrl } from '../platform/files.ts';
import { type Noun, publicId, storedId } from '../platform/ids.ts';
import type { MailTemplate } from '../platform/mail.ts';
import { Note } from './entities.ts';
import { findSubject } from './subjects.ts';

const words = {
  en: { subject: '{name} mentioned you in a note', nobody: 'A program', open: 'Open the record' },
  de: { subject: '{name} hat Sie in einer Notiz erwähnt', nobody: 'Ein Programm', open: 'Eintrag öffnen' },
  ar: { subject: 'أشار إليك {name} في ملاحظة', nobody: 'برنامج', open: 'فتح السجل' },
} as const;

/** Where the dashboard shows records; a task stands on its project. */
const pages: Partial<Record<Noun, string>> = {
  lead: 'leads',
  client: 'clients',
  project: 'projects',
  task: 'projects',
};

/** Tells a member of a note with their name. Dropped if the note, the mention or the membership is gone by then. */
const mention: MailTemplate = async (ctx, data: { noteId: string; memberId: string }, { publicUrl }) => {
  const id = storedId('note', data.noteId);
  const note = id ? await ctx.em.findOne(Note, { id }) : null;
  const subject = note && (await findSubject(ctx, publicId(note.subjectNoun, note.subjectId)));
  const members = await query(ctx.em, 'select 1 from members where workspace_id = $1 and id = $2', [
    ctx.workspace.id,
    data.memberId,
  ]);
  if (!note?.mentions.includes(data.memberId) || !subject || members.length === 0) return null;
  const workspace = await getWorkspace(ctx);
  const text = words[workspace.locale];
  const heading = text.subject.replace('{name}', () => note.author.name ?? text.nobody);
  const page =
    subject.noun === 'task' ? publicId('project', subject.links.projectId!) : publicId(subject.noun, subject.uuid);
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
      subject: heading,
      blocks: [
        { kind: 'heading', text: heading },
        { kind: 'quote', text: note.body },
        { kind: 'button', label: text.open, url: `${publicUrl}/app/${workspace.slug}/${pages[subject.noun]}/${page}` },
      ],
    },
  };
};

export const mailTemplates: Record<string, MailTemplate> = { 'notes.mention': mention };
