import type { leadFormEn } from './lead-form.en.ts';
import type { Translation } from './table.ts';

export const leadFormDe: Translation<typeof leadFormEn> = {
  loading: 'Das Formular wird geladen',
  optional: 'freiwillig',
  choose: 'Bitte wählen',
  yes: 'Ja',
  no: 'Nein',
  from: 'von',
  to: 'bis',
  undecided: 'Noch kein Datum',
  flexible: 'Das Datum ist verschiebbar',
  consent: 'Ihre Einwilligung (freiwillig)',
  goesTo: 'Geht an {studio} und an niemanden sonst.',
  sending: 'Wird gesendet',
  offline: 'Sie sind offline. Alles bleibt hier erhalten; senden Sie es, sobald Sie wieder verbunden sind.',
  unreachable: 'Das Studio war nicht erreichbar. Alles, was Sie geschrieben haben, ist noch da.',
  loadFailed: 'Das Formular konnte nicht geladen werden.',
  loadOffline: 'Sie sind offline. Das Formular lädt, sobald Sie wieder verbunden sind.',
  tryAgain: 'Erneut versuchen',
  reference: 'Vorgang: {requestId}',
};
