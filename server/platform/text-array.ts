import { ArrayType } from '@mikro-orm/core';

/**
 * A column `text[]`. MikroORM's own type quotes an element only where it sees a reason to: it would store the text `null`
 * as no text at all, and lose a line break or a space at an end.
 */
export class TextArray extends ArrayType<string> {
  override convertToDatabaseValue(value: string[]): string {
    return `{${value.map((text) => `"${text.replaceAll(/["\\]/g, '\\$&')}"`).join(',')}}`;
  }
}
