import type { Texts } from './table.ts';

/** What `<alloza-lead-form>` says about mistakes, sending and thanks. */
export const submissionEn = {
  reply: '{studio} replies to {contact}.',
  another: 'Write another enquiry',
  thanksTitle: 'Your enquiry has arrived',
  thanksMessage: 'The studio reads it and gets back to you.',
  needsLook: { one: 'One answer needs another look.', other: '{count} answers need another look.' },
  missing: 'Please fill this in.',
  missingChoice: 'Please choose one.',
  contact: 'Leave an email address or a phone number, so that the studio can reply.',
  badEmail: 'Write the address in full, such as ana@example.com.',
  badPhone: 'Write the number with its area code, such as +49 30 1234567.',
  badDate: 'Give the date in full: day, month and year.',
  badNumber: 'Write a number, such as 80.',
  badWhole: 'Write a whole number between 0 and {max}.',
  badAmount: 'Write an amount, such as {example}.',
  badOrder: 'The second amount is smaller than the first.',
  tooLong: 'Please shorten this to {max} characters; it has {length}.',
  refused: 'The studio could not take this answer. Please check it.',
  failed: 'That did not work. Everything you wrote is still here.',
  tooMany: 'There were too many tries from your connection. Wait a few minutes, then send it again.',
  notHere: 'This form is not set up for this website, so it cannot be sent.',
} satisfies Texts;
