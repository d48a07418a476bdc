import type { Texts } from './table.ts';

/** What `<alloza-lead-form>` says before anything is sent. German and Arabic follow key by key. */
export const leadFormEn = {
  loading: 'Loading the form',
  optional: 'optional',
  choose: 'Choose',
  yes: 'Yes',
  no: 'No',
  from: 'from',
  to: 'to',
  undecided: 'No date yet',
  flexible: 'The date can move',
  consent: 'Your consent (optional)',
  goesTo: 'Goes to {studio} and no one else.',
  sending: 'Sending',
  offline: 'You are offline. Everything you wrote is kept here; send it when you are back.',
  unreachable: 'The studio could not be reached. Everything you wrote is still here.',
  loadFailed: 'The form could not be loaded.',
  loadOffline: 'You are offline. The form loads as soon as you are back.',
  tryAgain: 'Try again',
  reference: 'Reference: {requestId}',
} satisfies Texts;
