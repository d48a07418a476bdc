import type { Contract } from '../../platform/openapi.ts';
import { at } from './schema-values.ts';

/** Whether what stands at a JSON pointer of the contract leads to a named schema, directly or through others. */
export function mentionsSchema(contract: Contract, pointer: string | null | undefined, name: string): boolean {
  const visited = new Set<string>();
  const follow = (place: string): boolean => {
    if (visited.has(place)) return false;
    visited.add(place);
    return place === `/components/schemas/${name}` || search(at(contract, place));
  };
  const search = (value: unknown): boolean => {
    if (typeof value !== 'object' || value === null) return false;
    const { $ref } = value as { $ref?: unknown };
    return typeof $ref === 'string' ? follow($ref.slice(1)) : Object.values(value).some(search);
  };
  return pointer ? follow(pointer) : false;
}

/** Whether an amount stands anywhere in a value, in the words of the contract. */
export function holdsMoney(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return ('amount' in value && 'currency' in value) || Object.values(value).some(holdsMoney);
}
