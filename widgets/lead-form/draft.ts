import type { Schema } from '@alloza/sdk/core';

export type Form = Schema<'PublicLeadForm'>;
export type FormField = Schema<'LeadFormField'>;
export type LeadInput = Schema<'LeadInput'>;

/** What a visitor has typed or chosen for one field, as typed: nothing is lost by parsing. */
export interface Entry {
  /** Text, date, number, the one option chosen, or `yes` and `no`. */
  text?: string;
  /** Options chosen of several. */
  many?: string[];
  /** Budget, in the visitor's own writing. */
  min?: string;
  max?: string;
  /** The day of the shoot: not known yet, or movable. */
  undecided?: boolean;
  flexible?: boolean;
  /** A consent given. */
  agreed?: boolean;
}

/** A form as far as it is filled in, by the keys of its fields; the consents are `consent-email` and `consent-sms`. */
export type Draft = Readonly<Record<string, Entry>>;

/** How numbers and amounts are read. */
export interface Reading {
  locale: string;
  currency: string;
}

/** The text of an entry without the space around it. */
export const textOf = (entry?: Entry) => entry?.text?.trim() ?? '';
