import type { common } from './en.ts';

/** A key of the texts that every screen has. */
export type CommonText = keyof typeof common & string;
