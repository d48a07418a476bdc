import type { Translation } from '../../../strings/table.ts';
import type { connections as en } from './en.ts';

export const connections: Translation<typeof en> = {
  'connections.title': 'Verbindungen',
  'connections.text': 'Konten des Studios bei anderen Diensten, in denen Alloza handeln darf.',
  'connections.ownersOnly': 'Nur wer das Studio besitzt, sieht und beendet seine Verbindungen.',
  'connections.google': 'Google',
  'connections.google.text':
    'Gleicht den Kalender des Studios mit Google Kalender ab und liest und sendet Mails seines Gmail-Kontos.',
  'connections.instagram': 'Instagram',
  'connections.instagram.text':
    'Holt Direktnachrichten des Instagram-Kontos in den Posteingang und sendet die Antworten.',
  'connections.stripe': 'Stripe',
  'connections.stripe.text':
    'Nimmt Zahlungen von Rechnungen und Anzahlungen entgegen. Das Geld geht an das Stripe-Konto des Studios.',
  'connections.emptyTitle': 'Nichts ist verbunden',
  'connections.emptyText':
    'Alloza handelt in keinem anderen Konto dieses Studios. Was verbunden ist, steht hier: wessen Konto es ist, seit wann, durch wen und ob es geht. Sie können es jederzeit beenden.',
  'connections.known': 'Dienste, die ein Studio verbinden kann',
  'connections.others': 'Nicht verbunden',
  'connections.howTo':
    'Jeder wird von dem Teil von Alloza aus verbunden, der ihn verwendet: Google vom Kalender, Instagram vom Posteingang, Stripe von den Rechnungen. Diese Version hat keinen dieser Teile, also gibt es noch nichts zu verbinden.',
  'connections.connected': 'Verbunden',
  'connections.reconnect': 'Geht nicht mehr',
  'connections.account': 'Konto',
  'connections.since': 'Verbunden',
  'connections.sinceBy': '{when} durch {name}',
  'connections.lastSync': 'Letzter Austausch',
  'connections.never': 'noch keiner',
  'connections.scopes': 'Zugestimmt',
  'connections.dead':
    'Der Dienst nimmt die Zustimmung nicht mehr an. Bis neu verbunden wird, wird nichts ausgetauscht.',
  'connections.failed': 'Der letzte Austausch ist misslungen. Er wird von selbst wiederholt.',
  'connections.disconnect': 'Trennen',
  'connections.disconnectLabel': '{service} trennen',
  'connections.askTitle': '{service} trennen?',
  'connections.askText':
    'Alloza vergisst seinen Zugang zu {account} sofort, und es wird nichts mehr ausgetauscht. Um ihn wieder aufzunehmen, muss jemand bei {service} neu zustimmen.',
  'connections.done': '{service} ist getrennt',
  'connections.personal': 'Die Anmeldung mit Google gehört Ihnen, nicht dem Studio. Sie verknüpfen sie unter',
};
