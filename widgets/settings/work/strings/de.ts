import type { Translation } from '../../../strings/table.ts';
import type { work as en } from './en.ts';

export const work: Translation<typeof en> = {
  'stages.title': 'Auftragsstufen',
  'stages.text':
    'Die Stufen, die ein Auftrag auf seiner Tafel durchläuft, in ihrer Reihenfolge. Jede Bedeutung behält mindestens eine.',
  'stages.draft': 'Entwurf',
  'stages.booked': 'Gebucht',
  'stages.in_production': 'In Arbeit',
  'stages.delivered': 'Geliefert',
  'stages.closed': 'Abgeschlossen',
  'stages.inUse':
    'In einer Stufe, die Sie entfernt oder anders gedeutet haben, stehen noch Aufträge. Verschieben Sie sie zuerst auf der Tafel.',
  'stages.missing': 'Keine Stufe bedeutet mehr {meanings}. Jede Bedeutung braucht eine.',
  'templates.title': 'Aufgabenvorlagen',
  'templates.text': 'Listen von Aufgaben, mit denen ein Auftrag beginnt. Fristen richten sich nach dem Termin.',
  'templates.create': 'Vorlage anlegen',
  'templates.edit': 'Bearbeiten',
  'templates.editLabel': '{name} bearbeiten',
  'templates.editTitle': 'Vorlage bearbeiten',
  'templates.remove': 'Entfernen',
  'templates.removeLabel': '{name} entfernen',
  'templates.removeTitle': '„{name}“ entfernen?',
  'templates.removeText':
    'Aufträge, die sie verwendet haben, behalten ihre Aufgaben. Das lässt sich nicht rückgängig machen.',
  'templates.removed': '{name} ist entfernt',
  'templates.saved': '{name} ist gespeichert',
  'templates.emptyTitle': 'Noch keine Vorlagen',
  'templates.emptyText':
    'Schreiben Sie einmal auf, was jede Hochzeit oder jedes Porträt braucht. Im Auftrag fügt „Vorlage verwenden“ alles mit seinen Fristen hinzu.',
  'templates.name': 'Name',
  'templates.nameHint':
    'Etwa „Hochzeit“. Aufträge, die die Vorlage verwendet haben, behalten ihre Aufgaben, wie sie sind.',
  'templates.tasks': 'Aufgaben',
  'templates.task': 'Aufgabe {count}',
  'templates.addTask': 'Aufgabe hinzufügen',
  'templates.removeTask': '{name} entfernen',
  'templates.days': 'Tage: {name}',
  'templates.daysWrong': 'Schreiben Sie eine Zahl von Tagen, höchstens 3650.',
  'templates.when': 'Fällig: {name}',
  'templates.when.none': 'Ohne Frist',
  'templates.when.before': 'Tage vor dem Termin',
  'templates.when.on': 'Am Tag des Termins',
  'templates.when.after': 'Tage nach dem Termin',
  'templates.when.added': 'Tage nach dem Hinzufügen',
  'templates.rule.mainDate.before': { one: '{count} Tag vor dem Termin', other: '{count} Tage vor dem Termin' },
  'templates.rule.mainDate.after': { one: '{count} Tag nach dem Termin', other: '{count} Tage nach dem Termin' },
  'templates.rule.created.before': { one: '{count} Tag vor dem Hinzufügen', other: '{count} Tage vor dem Hinzufügen' },
  'templates.rule.created.after': { one: '{count} Tag nach dem Hinzufügen', other: '{count} Tage nach dem Hinzufügen' },
  'templates.rule.created.on': 'Am Tag des Hinzufügens',
  'templates.more': { one: '{count} weitere Aufgabe', other: '{count} weitere Aufgaben' },
  'templates.conflict':
    'Jemand anders hat diese Vorlage inzwischen geändert. Laden Sie die neueste Fassung; Ihre Änderungen gehen verloren.',
};
