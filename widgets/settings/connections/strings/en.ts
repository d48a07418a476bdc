/** The texts about the studio's accounts at other services. */
export const connections = {
  'connections.title': 'Connections',
  'connections.text': 'Accounts of the studio at other services that Alloza may act in.',
  'connections.ownersOnly': 'Only the owner of the studio sees and ends its connections.',
  'connections.google': 'Google',
  'connections.google.text':
    'Keeps the calendar of the studio and Google Calendar in step, and reads and sends mail of its Gmail account.',
  'connections.instagram': 'Instagram',
  'connections.instagram.text':
    'Brings direct messages of the studio’s Instagram account into the inbox and sends the answers.',
  'connections.stripe': 'Stripe',
  'connections.stripe.text':
    'Takes payments of invoices and deposits. The money goes to the studio’s own Stripe account.',
  'connections.emptyTitle': 'Nothing is connected',
  'connections.emptyText':
    'Alloza acts in no other account of this studio. Whatever is connected shows here: whose account it is, since when, who did it and whether it works. You can end it at any time.',
  'connections.known': 'Services a studio can connect',
  'connections.others': 'Not connected',
  'connections.howTo':
    'Each is connected from the part of Alloza that uses it: Google from the calendar, Instagram from the inbox, Stripe from the invoices. This version has none of these parts, so there is nothing to connect yet.',
  'connections.connected': 'Connected',
  'connections.reconnect': 'No longer works',
  'connections.account': 'Account',
  'connections.since': 'Connected',
  'connections.sinceBy': '{when} by {name}',
  'connections.lastSync': 'Last exchange',
  'connections.never': 'none yet',
  'connections.scopes': 'Agreed to',
  'connections.dead':
    'The service no longer accepts what was agreed to. Nothing is exchanged until it is connected again.',
  'connections.failed': 'The last exchange failed. It is tried again by itself.',
  'connections.disconnect': 'Disconnect',
  'connections.disconnectLabel': 'Disconnect {service}',
  'connections.askTitle': 'Disconnect {service}?',
  'connections.askText':
    'Alloza forgets its access to {account} at once, and nothing more is exchanged. To take it up again, somebody has to agree at {service} anew.',
  'connections.done': '{service} is disconnected',
  'connections.personal': 'Signing in with Google is your own, not the studio’s. You link it in',
} as const;
