/** What a person chose for this browser: appearance and language. */
import type { Theme } from '../base/theme.ts';
import { type Language, languageOf } from '../strings/table.ts';

const themeKey = 'alloza.theme';
const languageKey = 'alloza.language';

export interface Preferences {
  readonly theme: Theme;
  readonly language?: Language;
}

export function readPreferences(): Preferences {
  const theme = read(themeKey);
  return {
    theme: theme === 'light' || theme === 'dark' ? theme : 'auto',
    language: languageOf(read(languageKey) ?? ''),
  };
}

export function writePreferences({ theme, language }: Preferences): void {
  write(themeKey, theme === 'auto' ? undefined : theme);
  write(languageKey, language);
}

function read(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

function write(key: string, value: string | undefined): void {
  try {
    if (value) localStorage.setItem(key, value);
    else localStorage.removeItem(key);
  } catch {
    // Storage is off: the choice lasts as long as the page.
  }
}
