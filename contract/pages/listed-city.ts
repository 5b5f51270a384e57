import * as z from 'zod/mini';
import type { City } from '../../domain/city.ts';
import { LocalText } from '../../domain/local-text.ts';

/** What the pages know of a city before any script has run: its names, and whom to call instead. */
export const ListedCity = z.object({
  id: z.string(),
  locales: z.array(z.string()),
  name: LocalText,
  service: LocalText,
  authority: LocalText,
  contacts: z.array(z.object({ name: LocalText, number: z.string() })),
});
export type ListedCity = z.infer<typeof ListedCity>;

export const listedCity = ({ id, locales, name, branding, emergencyContacts }: City): ListedCity => ({
  ...{ id, locales, name, service: branding.service, authority: branding.authority, contacts: emergencyContacts },
});
