import type { Draft, Entry, FormField } from './draft.ts';

/**
 * What a visitor wrote into the plain form inside the element while the widget was on its way. Its names are those
 * that a post to `/f/...` understands.
 */
export function draftOf(plain: HTMLFormElement, fields: readonly FormField[]): Draft {
  const given = new FormData(plain);
  const text = (name: string) => String(given.get(name) ?? '');
  const draft: Record<string, Entry> = {};
  for (const { key, type, options } of fields) {
    const known = (option: string) => !options || options.includes(option);
    if (type === 'budget') draft[key] = { min: text(`${key}.min`), max: text(`${key}.max`) };
    else if (type === 'choices') draft[key] = { many: given.getAll(key).map(String).filter(known) };
    else if (known(text(key))) draft[key] = { text: text(key) };
  }
  for (const way of ['email', 'sms']) draft[`consent-${way}`] = { agreed: given.has(`consent.${way}`) };
  return draft;
}
