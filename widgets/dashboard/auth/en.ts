import { common } from '../../app/strings/en.ts';

/** The texts of sign-in, registration and password reset. */
export const en = {
  ...common,
  'auth.email': 'E-mail',
  'auth.password': 'Password',
  'auth.newPassword': 'New password',
  'auth.name': 'Your name',
  'auth.studioName': 'Name of your studio',
  'auth.showPassword': 'Show password',
  'auth.hidePassword': 'Hide password',
  'auth.passwordHint': 'At least 10 characters. A short sentence is easy to remember.',
  'auth.passwordShort': 'Use at least 10 characters.',

  'signIn.title': 'Sign in',
  'signIn.action': 'Sign in',
  'signIn.forgot': 'Forgot your password?',
  'signIn.noAccount': 'New here?',
  'signIn.register': 'Open a studio',
  'signIn.refused': 'E-mail and password don’t match an account. Check both and try again.',
  'signIn.busy': 'Too many attempts. Wait a few minutes, or set a new password.',
  'signIn.again': 'Your session has ended. Sign in to go on where you were.',

  'google.or': 'or',
  'google.action': 'Continue with Google',
  'google.denied': 'You cancelled at Google. Nothing has changed.',
  'google.expired': 'That took too long, or the page was opened twice. Try again.',
  'google.failed': 'Google could not tell us who you are just now. Try again, or use your password.',
  'google.taken': 'Another Google account signs in for this address. Choose that one, or use your password.',
  'google.unproven':
    'Google does not vouch for {email}. If you have an account, sign in with your password once, and Google opens it from then on. If you are new here, open a studio: we send a link to your address.',

  'register.title': 'Open your studio',
  'register.text': 'Enquiries from your own website, in one quiet place.',
  'register.hint': 'We send a link there. You choose your password when you open it.',
  'register.action': 'Send me the link',
  'register.haveAccount': 'Already have an account?',
  'register.sentTitle': 'Check your mail',
  'register.sentText':
    'If {email} can open a studio, a link is on its way. Open it to choose your password; it works for one hour.',
  'register.sentAgain': 'Use another address',

  'verify.title': 'Choose your password',
  'verify.text': 'One last step. This is what it opens:',
  'verify.account': 'Your account',
  'verify.studio': 'Your studio',
  'verify.action': 'Open my studio',
  'verify.notYou': 'You didn’t ask for this? Close this page, and nothing is opened.',
  'verify.doneTitle': 'Your studio is open',
  'verify.doneText': 'Sign in with {email} to begin.',
  'verify.invalidTitle': 'This link doesn’t work any more',
  'verify.invalidText': 'It was used already or has run out. Register again to get a new one, or sign in.',

  'forgot.title': 'Set a new password',
  'forgot.text': 'Enter your address, and we send you a link.',
  'forgot.action': 'Send link',
  'forgot.sentText': 'If {email} has an account, a link is on its way. It works for 30 minutes.',
  'forgot.back': 'Back to sign-in',

  'reset.title': 'Choose a new password',
  'reset.text': 'This signs you out everywhere else.',
  'reset.action': 'Set password',
  'reset.doneTitle': 'Your password is set',
  'reset.doneText': 'Sign in with it to go on.',
  'reset.invalidTitle': 'This link doesn’t work any more',
  'reset.invalidText': 'It was used already or has run out. Ask for a new one.',
} as const;
