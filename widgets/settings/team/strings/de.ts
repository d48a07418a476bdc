import type { Translation } from '../../../strings/table.ts';
import type { team as en } from './en.ts';

export const team: Translation<typeof en> = {
  'team.title': 'Team',
  'team.text': 'Wer in diesem Studio arbeitet, und was davon zu sehen ist.',
  'team.invite': 'Jemanden einladen',
  'team.you': 'Sie',
  'team.joined': 'Mitglied seit {when}',
  'team.ownJobs': 'Nur eigene Aufträge',
  'team.noMoney': 'Ohne Beträge',
  'team.moreOf': 'Weitere Aktionen für {name}',
  'team.alone': 'Bisher arbeiten Sie allein. Laden Sie jemanden ein; ein Link in der Mail öffnet das Studio.',
  'team.ownerStays':
    'Ein Studio hat immer eine Inhaberin oder einen Inhaber. Um es zu verlassen, übergeben Sie es zuerst.',

  'team.role': 'Rolle',
  'team.managerText':
    'Ändert auch Einstellungen, Formulare und Vorlagen und lädt Mitglieder ein. Sieht alle Aufträge und alle Beträge.',
  'team.memberText': 'Arbeitet an Aufträgen. Sie wählen, was zu sehen ist.',
  'team.ownerText':
    'Entscheidet über Rollen, geheime Schlüssel, Verbindungen und das Studio selbst. Diese Rolle gibt es einmal.',
  'team.sees': 'Was zu sehen ist',
  'team.ownJobsLabel': 'Nur die zugeteilten Aufträge',
  'team.ownJobsHint': 'Alle anderen Anfragen, Kunden und Aufträge bleiben verborgen.',
  'team.moneyLabel': 'Geldbeträge',
  'team.moneyHint': 'Budgets, Preise, Rechnungen und Zahlungen.',

  'team.change': 'Zugang ändern',
  'team.changeRole': 'Rolle und Zugang ändern',
  'team.changeTitle': 'Zugang von {name}',
  'team.changeText': 'Er gilt ab dem nächsten Klick.',
  'team.changed': 'Zugang von {name} geändert',
  'team.changeConflict':
    'Jemand anderes hat dieses Mitglied inzwischen geändert. Laden Sie den neuesten Stand und entscheiden Sie noch einmal.',

  'team.remove': 'Aus dem Studio entfernen',
  'team.removeTitle': '{name} entfernen?',
  'team.removeText':
    'Der Zugang endet sofort, eine Mail teilt es mit. Die Aufträge bleiben im Studio: Die Zuteilung entfällt, und Aufgaben hat niemand mehr, bis Sie sie vergeben. Was geschrieben und geändert wurde, bleibt unter dem Namen stehen.',
  'team.removed': '{name} ist entfernt',
  'team.leave': 'Studio verlassen',
  'team.leaveTitle': '{studio} verlassen?',
  'team.leaveText':
    'Ihr Zugang endet sofort; Ihr Konto und Ihre anderen Studios bleiben. Ihnen zugeteilte Aufträge bleiben ohne Sie hier. Um zurückzukommen, brauchen Sie eine neue Einladung.',
  'team.left': 'Sie haben {studio} verlassen',

  'team.transfer': 'Studio übergeben',
  'team.transferTitle': '{studio} an {name} übergeben?',
  'team.transferText':
    '{name} entscheidet dann über Rollen, geheime Schlüssel, Verbindungen und das Studio selbst. Sie gehören zur Leitung. Nur {name} kann es zurückgeben. Eine Mail teilt es mit.',
  'team.transferAction': 'Übergeben',
  'team.transferred': '{studio} gehört jetzt {name}',
  'team.password': 'Ihr Passwort',

  'team.invitations': 'Offene Einladungen',
  'team.noInvitations': 'Keine Einladung ist offen.',
  'team.expires': 'Läuft ab: {when}',
  'team.invitedBy': 'Eingeladen von {name}',
  'team.resend': 'Erneut senden',
  'team.resent': 'Ein neuer Link ist unterwegs an {email}. Der bisherige gilt nicht mehr.',
  'team.revoke': 'Zurücknehmen',
  'team.revokeLabel': 'Zurücknehmen: {email}',
  'team.resendLabel': 'Erneut senden: {email}',
  'team.revokeTitle': 'Einladung an {email} zurücknehmen?',
  'team.revokeText': 'Der Link in der Mail gilt sofort nicht mehr. Sie können diese Adresse jederzeit wieder einladen.',
  'team.revoked': 'Einladung zurückgenommen',
  'team.inviteTitle': 'Jemanden zu {studio} einladen',
  'team.email': 'E-Mail',
  'team.emailHint': 'Dorthin geht ein Link nur für diese Adresse. Er gilt einmal, sieben Tage lang.',
  'team.send': 'Einladung senden',
  'team.sent': 'Einladung an {email} gesendet',
  'team.alreadyMember': 'Zu dieser Adresse gibt es schon ein Mitglied.',
  'team.tooMany':
    'Zu viele Einladungen sind offen oder gingen heute an diese Adresse. Versuchen Sie es morgen noch einmal.',
};
