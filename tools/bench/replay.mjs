/** Sends recorded statements again, with new ids and keys where a request has its own. */
import { randomBytes } from 'node:crypto';
import { v7 } from 'uuid';

const uuids = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;

/**
 * What two recordings of one request have in common. Where they differ, each replay puts a value of its own: a new id
 * (the same one wherever it occurs), bytes of that length, or a number. Everything else is sent as it was recorded.
 *
 * @returns {{ ids: number, statements: { text: object, values?: object[] }[] }} for `prepare`, and plain enough to be
 *   sent to another process
 */
export function templateOf(first, second) {
  if (shapeOf(first) !== shapeOf(second))
    throw new Error(`Two requests alike sent different statements:\n${shapeOf(first)}\n\nand\n\n${shapeOf(second)}`);
  const idsOf = (statements) => statements.flatMap(({ text, values = [] }) => [text, ...values].flatMap(idsIn));
  const old = new Set(idsOf(second));
  const fresh = new Set(idsOf(first).filter((id) => !old.has(id)));
  const places = new Map([...fresh].map((id, place) => [id, place]));
  const statements = first.map(({ text, values }, index) => ({
    text: entryOf(text, second[index].text, places),
    values: values?.map((value, place) => entryOf(value, second[index].values[place], places)),
  }));
  return { ids: places.size, statements };
}

/** The statements without their values, which an ORM may have written into them. */
const shapeOf = (statements) =>
  statements.map(({ text }) => text.replaceAll(uuids, '?').replaceAll(/\d+/g, '0')).join('\n');

const idsIn = (value) => (typeof value === 'string' ? (value.match(uuids) ?? []) : []);

function entryOf(value, other, places) {
  if (Buffer.isBuffer(value)) return value.equals(other) ? { same: value } : { bytes: value.length };
  if (typeof value !== 'string' || value === other) return { same: value };
  if (/^-?\d{1,19}$/.test(value)) return { number: true };
  if (!idsIn(value).some((id) => places.has(id))) return { same: value };
  // Text and places of ids take turns.
  const parts = [''];
  let end = 0;
  for (const { 0: id, index } of value.matchAll(uuids)) {
    if (!places.has(id)) continue;
    parts[parts.length - 1] = value.slice(end, index);
    parts.push(places.get(id), '');
    end = index + id.length;
  }
  parts[parts.length - 1] = value.slice(end);
  return { parts };
}

/** A function that makes the statements of one replay. */
export function prepare({ ids, statements }) {
  const plan = statements.map(({ text, values }) => ({ makeText: makerOf(text), makers: values?.map(makerOf) }));
  return () => {
    const made = Array.from({ length: ids }, () => v7());
    return plan.map(({ makeText, makers }) => ({ text: makeText(made), values: makers?.map((make) => make(made)) }));
  };
}

function makerOf({ same, bytes, number, parts }) {
  if (bytes) return () => randomBytes(bytes);
  if (number) return () => String(randomBytes(8).readBigInt64BE());
  if (parts) return (made) => parts.map((part) => (typeof part === 'number' ? made[part] : part)).join('');
  return () => same;
}
