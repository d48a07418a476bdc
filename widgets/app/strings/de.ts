import type { Translation } from '../../strings/table.ts';
import type { common as en } from './en.ts';

export const common: Translation<typeof en> = {
  'action.save': 'Speichern',
  'action.saveChanges': 'Änderungen speichern',
  'action.cancel': 'Abbrechen',
  'action.close': 'Schließen',
  'action.delete': 'Löschen',
  'action.undo': 'Rückgängig',
  'action.retry': 'Erneut versuchen',
  'action.reload': 'Neueste Fassung laden',
  'action.copied': 'Kopiert',
  'action.more': 'Weitere Aktionen',
  'action.dismiss': 'Ausblenden',
  'action.discard': 'Änderungen verwerfen',
  'action.showMore': 'Mehr anzeigen',

  'state.loading': 'Wird geladen',
  'state.saving': 'Wird gespeichert',
  'state.saved': 'Gespeichert',
  'state.unsaved': 'Noch nicht gespeichert',
  'state.optional': 'freiwillig',

  'problem.offline.title': 'Keine Verbindung',
  'problem.offline.text': 'Der Server ist nicht erreichbar. Prüfen Sie Ihre Verbindung und versuchen Sie es erneut.',
  'problem.signedOut.title': 'Sie sind abgemeldet',
  'problem.signedOut.text': 'Melden Sie sich wieder an, um fortzufahren.',
  'problem.forbidden.title': 'Für Sie nicht freigegeben',
  'problem.forbidden.text':
    'Ihre Rolle in diesem Studio umfasst das nicht. Die Leitung oder der Inhaber kann weiterhelfen.',
  'problem.missing.title': 'Hier ist nichts',
  'problem.missing.text': 'Vielleicht wurde es gelöscht, oder die Adresse stimmt nicht.',
  'problem.stale.title': 'Inzwischen geändert',
  'problem.stale.text': 'Jemand hat während Ihrer Bearbeitung eine neuere Fassung gespeichert.',
  'problem.refused.title': 'Das geht gerade nicht',
  'problem.refused.text':
    'Seit dieser Anzeige hat sich etwas geändert. Laden Sie die neueste Fassung und versuchen Sie es erneut.',
  'problem.invalid.title': 'Etwas stimmt noch nicht',
  'problem.invalid.text': 'Prüfen Sie Ihre Eingaben und versuchen Sie es erneut.',
  'problem.busy.title': 'Zu viele Versuche',
  'problem.busy.text': 'Warten Sie einen Moment und versuchen Sie es dann erneut.',
  'problem.broken.title': 'Etwas ist schiefgegangen',
  'problem.broken.text':
    'Das liegt an uns, nicht an Ihnen. Versuchen Sie es erneut; bleibt es dabei, nennen Sie uns die Vorgangsnummer.',
  'problem.requestId': 'Vorgang',

  'field.required': 'Bitte ausfüllen.',
  'field.email': 'Bitte eine vollständige E-Mail-Adresse angeben, etwa ana@example.com.',
  'field.tooLong': 'Bitte kürzer fassen.',
  'field.amount': 'Bitte einen Betrag in Ziffern angeben, etwa 1250.',
  'field.slug': 'Nur Kleinbuchstaben, Ziffern und einzelne Bindestriche.',

  'role.owner': 'Inhaber',
  'role.manager': 'Leitung',
  'role.member': 'Mitglied',
};
