import type { Translation } from '../../../strings/table.ts';
import type { record as en } from './en.ts';

export const record: Translation<typeof en> = {
  'conflict.title': 'Von jemand anderem geändert',
  'conflict.text': '„{field}“ wurde geändert, während Sie getippt haben.',
  'conflict.theirs': 'Gespeichert: {value}',
  'conflict.yours': 'Ihre Fassung: {value}',
  'conflict.keepTheirs': 'Gespeicherte behalten',
  'conflict.keepYours': 'Meine verwenden',

  'timeline.title': 'Was geschah',
  'timeline.note': 'Notiz hinzufügen',
  'timeline.notePlaceholder': 'Was gesagt wurde, was als Nächstes kommt',
  'timeline.people': 'Menschen zum Erwähnen',
  'timeline.addNote': 'Notiz hinzufügen',
  'timeline.editNote': 'Notiz bearbeiten',
  'timeline.deleteNote': 'Notiz löschen',
  'timeline.noteDeleted': 'Notiz gelöscht',
  'timeline.edited': 'bearbeitet',
  'timeline.deleted': 'Gelöscht',
  'timeline.restored': 'Wiederhergestellt',
  'timeline.updated': 'Geändert: {fields}',
  'timeline.mailSent': 'Mail gesendet',
  'timeline.other': 'Geändert',
  'timeline.visitor': 'Besucher',
  'timeline.system': 'Automatisch',
  'timeline.key': 'API-Schlüssel',

  'sheet.close': 'Schließen',
  'sheet.expand': 'Verbreitern',
  'sheet.shrink': 'Verkleinern',
  'sheet.history': 'Verlauf',
  'sheet.copyLink': 'Link kopieren',
  'sheet.yes': 'Ja',
  'sheet.no': 'Nein',
  'sheet.empty': 'Leer',

  'action.failed': 'Das hat nicht geklappt. {reason}',
  'action.restore': 'Wiederherstellen',

  'live.connecting': 'Verbindung wird aufgebaut',
  'live.waiting': 'Nicht live: Verbindung wird erneut versucht',

  'empty.filtered.title': 'Nichts passt',
  'empty.own.text': 'Was zu den Aufträgen gehört, denen Sie zugeteilt sind, erscheint hier.',

  'shortcut.note': 'Notiz schreiben',

  'record.deleted': '{name} gelöscht',
  'record.restored': '{name} wiederhergestellt',
  'record.changedElsewhere': '{name} wurde inzwischen an anderer Stelle geändert. Sie sehen jetzt die neueste Fassung.',

  'list.clearSearch': 'Suche leeren',
  'list.removeFilter': 'Filter {name} aufheben',
  'list.clearFilters': 'Filter aufheben',
  'list.order': 'Reihenfolge',
  'list.newest': 'Neueste zuerst',
  'list.oldest': 'Älteste zuerst',

  'drag.picked': '{name} aufgenommen, in {place}. Pfeiltasten bewegen, Leertaste legt ab, Escape bricht ab.',
  'drag.over': '{place}, Platz {position}.',
  'drag.overClose': '{place}.',
  'drag.dropped': '{name} nach {place} verschoben.',
  'drag.cancelled': 'Verschieben abgebrochen. {name} bleibt in {place}.',
  'card.help': 'Eingabe öffnet. Leertaste nimmt auf, dann bewegen die Pfeiltasten.',
  'column.more': 'Mehr in {name}',
  'list.countMore': '{count}+',

  'entry.first': '{name} an den Anfang stellen',
  'entry.edit': '{name} bearbeiten',
  'entry.remove': '{name} entfernen',
  'tags.add': 'Schlagwort hinzufügen',
  'tags.remove': 'Schlagwort {tag} entfernen',

  'transfer.label': 'Weitere Aktionen für diese Liste',
  'transfer.import': 'Aus CSV importieren',
  'transfer.export': 'Als CSV exportieren',
  'transfer.exportHint': 'Die Liste, wie sie jetzt gefiltert ist',
  'transfer.exporting': 'Der Export wird erstellt',
  'transfer.exported': '{file} wurde heruntergeladen',
};
