import type { components } from '../../sdk/schema.ts';
import { publicId } from '../platform/ids.ts';
import type { Note } from './entities.ts';

export const presentNote = (note: Note): components['schemas']['Note'] => ({
  id: publicId('note', note.id),
  subject: publicId(note.subjectNoun, note.subjectId),
  body: note.body,
  author: note.author,
  mentions: note.mentions.map((id) => publicId('member', id)),
  custom: note.custom,
  createdAt: note.createdAt.toISOString(),
  updatedAt: note.updatedAt.toISOString(),
  version: note.version,
});
