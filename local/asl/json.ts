/** A JSON value. */
export type Json = null | boolean | number | string | Json[] | JsonObject;
export type JsonObject = { [key: string]: Json };

export const isJsonObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The size that counts against AWS's payload limits: UTF-8 bytes of the compact text. */
export const sizeInBytes = (value: Json): number => Buffer.byteLength(JSON.stringify(value));

/** Parses JSON text. Throws `SyntaxError`. */
export const parseJson = (text: string): Json => JSON.parse(text);

/** Sets a key as own data, also `__proto__`, which a plain assignment would treat as the prototype. */
export function setKey(target: JsonObject, key: string, value: Json): void {
  if (key !== '__proto__') target[key] = value;
  else Object.defineProperty(target, key, { value, enumerable: true, configurable: true, writable: true });
}

/** A deep copy. */
export function copyOf<Value extends Json>(value: Value): Value;
export function copyOf(value: Json): Json {
  if (Array.isArray(value)) return value.map((entry) => copyOf(entry));
  if (!isJsonObject(value)) return value;
  const copy: JsonObject = {};
  for (const [key, entry] of Object.entries(value)) setKey(copy, key, copyOf(entry));
  return copy;
}

/** JSON's own name of a value's type, as AWS prints it in error texts. */
export function typeName(value: Json): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'array' : typeof value;
}
