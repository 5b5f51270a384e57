/** Keeps a value under a name as long as the tab lives; `undefined` forgets it. */
export const store = (name: string, value: unknown): void => {
  if (value === undefined) sessionStorage.removeItem(name);
  else sessionStorage.setItem(name, JSON.stringify(value));
};

/** What this app has stored under a name. Only this app writes there, so its type is known. */
export const readStored = <Value>(name: string): Value | undefined => {
  const text = sessionStorage.getItem(name);
  return text === null ? undefined : (JSON.parse(text) as Value);
};
