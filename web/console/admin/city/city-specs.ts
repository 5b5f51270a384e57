import type { Spec } from '../fields/spec.ts';
import type { AdminWords } from '../words/fa.ts';

export const CITY_GROUPS = ['brand', 'emergency', 'priorities', 'reasons', 'channels'] as const;
type CityGroup = (typeof CITY_GROUPS)[number];

/** What of the city may be changed here; its languages, clock and rules for numbers come with its file. */
export const citySpecs = ({
  settings: words,
  rows,
  fields,
}: AdminWords): Readonly<Record<CityGroup, readonly Spec[]>> => {
  const id: Spec = { path: 'id', label: words.id, hint: words.idHint, as: 'line', direction: 'ltr' };
  const name: Spec = { path: 'name', label: fields.name, as: 'words' };
  return {
    brand: [
      { path: 'name', label: words.cityName, as: 'words' },
      { path: 'branding.service', label: words.service, hint: words.serviceHint, as: 'words' },
      { path: 'branding.authority', label: words.authority, hint: words.authorityHint, as: 'words' },
      { path: 'branding.colour', label: words.colour, hint: words.colourHint, as: 'line', direction: 'ltr' },
      { path: 'branding.onColour', label: words.onColour, hint: words.onColourHint, as: 'line', direction: 'ltr' },
    ],
    emergency: [
      {
        ...{ path: 'emergencyContacts', label: words.emergency, hint: words.emergencyHint, as: 'rows' },
        ...{ row: rows.contact, add: rows.addContact },
        of: [name, { path: 'number', label: words.number, as: 'line', direction: 'ltr' }],
      },
    ],
    priorities: [
      {
        ...{ path: 'priorityClasses', label: words.priorities, hint: words.prioritiesHint, as: 'rows' },
        ...{ row: rows.priority, add: rows.addPriority },
        of: [name, { path: 'evidence', label: words.evidence, as: 'words' }, id],
      },
    ],
    reasons: [
      {
        ...{ path: 'jumpReasons', label: words.jumps, hint: words.jumpsHint, as: 'rows' },
        ...{ row: rows.reason, add: rows.addReason, of: [name, id] },
      },
      {
        ...{ path: 'declineReasons', label: words.declines, hint: words.declinesHint, as: 'rows' },
        ...{ row: rows.reason, add: rows.addReason, of: [name, id] },
      },
    ],
    channels: [
      {
        ...{ path: 'channels', label: words.channels, hint: words.channelsHint, as: 'rows' },
        ...{ row: rows.channel, add: rows.addChannel, of: [name, id] },
      },
    ],
  };
};
