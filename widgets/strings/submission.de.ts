import type { submissionEn } from './submission.en.ts';
import type { Translation } from './table.ts';

export const submissionDe: Translation<typeof submissionEn> = {
  reply: '{studio} antwortet an {contact}.',
  another: 'Weitere Anfrage schreiben',
  thanksTitle: 'Ihre Anfrage ist angekommen',
  thanksMessage: 'Das Studio liest sie und meldet sich bei Ihnen.',
  needsLook: { one: 'Eine Angabe stimmt noch nicht.', other: '{count} Angaben stimmen noch nicht.' },
  missing: 'Bitte füllen Sie dieses Feld aus.',
  missingChoice: 'Bitte wählen Sie etwas aus.',
  contact: 'Bitte nennen Sie eine E-Mail-Adresse oder Telefonnummer, damit das Studio antworten kann.',
  badEmail: 'Bitte die ganze Adresse angeben, zum Beispiel ana@example.com.',
  badPhone: 'Bitte die Nummer mit Vorwahl angeben, zum Beispiel +49 30 1234567.',
  badDate: 'Bitte das ganze Datum angeben: Tag, Monat und Jahr.',
  badNumber: 'Bitte eine Zahl angeben, zum Beispiel 80.',
  badWhole: 'Bitte eine ganze Zahl zwischen 0 und {max} angeben.',
  badAmount: 'Bitte einen Betrag angeben, zum Beispiel {example}.',
  badOrder: 'Der zweite Betrag ist kleiner als der erste.',
  tooLong: 'Bitte auf {max} Zeichen kürzen; es sind {length}.',
  refused: 'Das Studio konnte diese Angabe nicht annehmen. Bitte prüfen Sie sie.',
  failed: 'Das hat nicht geklappt. Alles, was Sie geschrieben haben, ist noch da.',
  tooMany: 'Von Ihrem Anschluss kamen zu viele Versuche. Warten Sie einige Minuten und senden Sie dann erneut.',
  notHere: 'Dieses Formular ist für diese Website nicht eingerichtet und kann nicht gesendet werden.',
};
