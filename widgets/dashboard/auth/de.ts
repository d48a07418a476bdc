import { common } from '../../app/strings/de.ts';
import type { Translation } from '../../strings/table.ts';
import type { en } from './en.ts';

export const de: Translation<typeof en> = {
  ...common,
  'auth.email': 'E-Mail',
  'auth.password': 'Passwort',
  'auth.newPassword': 'Neues Passwort',
  'auth.name': 'Ihr Name',
  'auth.studioName': 'Name Ihres Studios',
  'auth.showPassword': 'Passwort zeigen',
  'auth.hidePassword': 'Passwort verbergen',
  'auth.passwordHint': 'Mindestens 10 Zeichen. Ein kurzer Satz lässt sich leicht merken.',
  'auth.passwordShort': 'Bitte mindestens 10 Zeichen.',

  'signIn.title': 'Anmelden',
  'signIn.action': 'Anmelden',
  'signIn.forgot': 'Passwort vergessen?',
  'signIn.noAccount': 'Neu hier?',
  'signIn.register': 'Studio eröffnen',
  'signIn.refused': 'E-Mail und Passwort passen zu keinem Konto. Prüfen Sie beides und versuchen Sie es erneut.',
  'signIn.busy': 'Zu viele Versuche. Warten Sie einige Minuten oder setzen Sie ein neues Passwort.',
  'signIn.again': 'Ihre Sitzung ist zu Ende. Melden Sie sich an, um weiterzumachen, wo Sie waren.',

  'google.or': 'oder',
  'google.action': 'Weiter mit Google',
  'google.denied': 'Sie haben bei Google abgebrochen. Es hat sich nichts geändert.',
  'google.expired': 'Das hat zu lange gedauert, oder die Seite wurde zweimal geöffnet. Versuchen Sie es erneut.',
  'google.failed':
    'Google konnte uns gerade nicht sagen, wer Sie sind. Versuchen Sie es erneut oder verwenden Sie Ihr Passwort.',
  'google.taken':
    'Für diese Adresse meldet ein anderes Google-Konto an. Wählen Sie dieses oder verwenden Sie Ihr Passwort.',
  'google.unproven':
    'Google bürgt nicht für {email}. Wenn Sie ein Konto haben, melden Sie sich einmal mit Ihrem Passwort an, danach öffnet Google es. Wenn Sie neu sind, eröffnen Sie ein Studio: Wir senden einen Link an Ihre Adresse.',

  'register.title': 'Eröffnen Sie Ihr Studio',
  'register.text': 'Anfragen von Ihrer eigenen Website, an einem ruhigen Ort.',
  'register.hint': 'Dorthin senden wir einen Link. Ihr Passwort wählen Sie, wenn Sie ihn öffnen.',
  'register.action': 'Link zusenden',
  'register.haveAccount': 'Schon ein Konto?',
  'register.sentTitle': 'Sehen Sie in Ihr Postfach',
  'register.sentText':
    'Wenn {email} ein Studio eröffnen kann, ist ein Link unterwegs. Öffnen Sie ihn, um Ihr Passwort zu wählen; er gilt eine Stunde.',
  'register.sentAgain': 'Andere Adresse verwenden',

  'verify.title': 'Wählen Sie Ihr Passwort',
  'verify.text': 'Der letzte Schritt. Das wird eröffnet:',
  'verify.account': 'Ihr Konto',
  'verify.studio': 'Ihr Studio',
  'verify.action': 'Studio eröffnen',
  'verify.notYou': 'Sie haben das nicht angefordert? Schließen Sie diese Seite, dann wird nichts eröffnet.',
  'verify.doneTitle': 'Ihr Studio ist eröffnet',
  'verify.doneText': 'Melden Sie sich mit {email} an, um zu beginnen.',
  'verify.invalidTitle': 'Dieser Link gilt nicht mehr',
  'verify.invalidText':
    'Er wurde schon verwendet oder ist abgelaufen. Registrieren Sie sich erneut für einen neuen, oder melden Sie sich an.',

  'forgot.title': 'Neues Passwort setzen',
  'forgot.text': 'Geben Sie Ihre Adresse an, und wir senden Ihnen einen Link.',
  'forgot.action': 'Link senden',
  'forgot.sentText': 'Wenn {email} ein Konto hat, ist ein Link unterwegs. Er gilt 30 Minuten.',
  'forgot.back': 'Zurück zur Anmeldung',

  'reset.title': 'Neues Passwort wählen',
  'reset.text': 'Damit werden Sie überall sonst abgemeldet.',
  'reset.action': 'Passwort setzen',
  'reset.doneTitle': 'Ihr Passwort ist gesetzt',
  'reset.doneText': 'Melden Sie sich damit an, um fortzufahren.',
  'reset.invalidTitle': 'Dieser Link gilt nicht mehr',
  'reset.invalidText': 'Er wurde schon verwendet oder ist abgelaufen. Fordern Sie einen neuen an.',

  'join.title': '{studio} beitreten',
  'join.invitedBy': '{name} lädt Sie ein, in {studio} mitzuarbeiten.',
  'join.invited': 'Sie sind eingeladen, in {studio} mitzuarbeiten.',
  'join.looking': 'Einladung',
  'join.role': 'Ihre Rolle dort',
  'join.address': 'Eingeladene Adresse',
  'join.expires': 'Der Link gilt bis',
  'join.action': '{studio} beitreten',
  'join.as': 'Sie sind als {email} angemeldet.',
  'join.otherTitle': 'Diese Einladung gilt einer anderen Adresse',
  'join.other':
    'Sie sind als {email} angemeldet. Um beizutreten, melden Sie sich mit der eingeladenen Adresse an; in diesem Konto geht nichts verloren.',
  'join.switch': 'Abmelden und {email} verwenden',
  'join.signIn': 'Sie haben schon ein Konto. Melden Sie sich an, um beizutreten.',
  'join.google': 'Wählen Sie dort {email}: Die Einladung gilt für diese Adresse.',
  'join.unproven':
    'Google bürgt nicht für {email}. Wählen Sie hier ein Passwort oder verwenden Sie das vorhandene: Ist es die eingeladene Adresse, öffnet Google Ihr Konto ab dann.',
  'join.signInAction': 'Anmelden und beitreten',
  'join.new': 'Wählen Sie, wie Ihr Team Sie sieht, und ein Passwort. Damit ist Ihr Konto eröffnet.',
  'join.newAction': 'Konto eröffnen und beitreten',
  'join.notYou': 'Sie kennen dieses Studio nicht? Schließen Sie diese Seite, dann geschieht nichts.',
  'join.signOutFailed': 'Die Abmeldung ist nicht gelungen. Prüfen Sie Ihre Verbindung und versuchen Sie es erneut.',
  'join.doneTitle': 'Sie gehören dazu',
  'join.doneText': 'Melden Sie sich mit {email} an, um zu beginnen.',
  'join.invalidTitle': 'Diese Einladung gilt nicht mehr',
  'join.invalidText':
    'Sie wurde schon verwendet, zurückgenommen, durch eine neuere ersetzt oder ist älter als sieben Tage. Bitten Sie um eine neue. Wenn Sie schon beigetreten sind, machen Sie einfach weiter.',
  'join.goOn': 'Zu meinen Studios',

  'confirm.title': 'Neue Adresse verwenden',
  'confirm.text':
    'Ihr Konto erhält die Adresse, an die dieser Link ging. Ab dann melden Sie sich damit an; überall sonst werden Sie abgemeldet.',
  'confirm.action': 'Diese Adresse verwenden',
  'confirm.notYou': 'Sie haben das nicht angefordert? Schließen Sie diese Seite, dann ändert sich nichts.',
  'confirm.doneTitle': 'Ihre Adresse ist geändert',
  'confirm.doneText': 'Ab jetzt melden Sie sich damit an. Wir haben es Ihrer bisherigen Adresse mitgeteilt.',
  'confirm.invalidTitle': 'Dieser Link gilt nicht mehr',
  'confirm.invalidText':
    'Er wurde schon verwendet, ist älter als eine Stunde, oder ein neuerer wurde angefordert. Fordern Sie in Ihrem Konto einen weiteren an.',
  'confirm.goOn': 'Weiter',
};
