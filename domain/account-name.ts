/** The name under which somebody of the staff signs in: it begins with the city, so a token belongs to one city only. */
export const accountName = (city: string, username: string): string => `${city}.${username}`;

/** @returns the person's name inside this city; nothing if the account is another city's */
export const usernameIn = (city: string, account: string): string | undefined =>
  account.startsWith(`${city}.`) ? account.slice(city.length + 1) : undefined;
