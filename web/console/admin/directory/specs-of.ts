import { ROLES } from '../../../../domain/user.ts';
import type { Choice } from '../../../kit/field.tsx';
import type { Console } from '../../console.ts';
import type { Spec } from '../fields/spec.ts';
import type { AdminWords } from '../words/fa.ts';
import type { Kind } from './entries.ts';
import { choicesOf, type Directory } from './use-directory.ts';

type Given = { readonly directory: Directory; readonly words: AdminWords; readonly console: Console };

/** The fields of an entry of each kind; who is named in it is chosen from the directory. */
export const specsOf = (kind: Kind, { directory, words, console }: Given): readonly Spec[] => {
  const units = choicesOf(directory.units, ({ name }) => name, console);
  const officials = choicesOf(directory.officials, ({ title }) => title, console);
  const { fields, choices } = words;
  const unit: Spec = { path: 'unit', label: fields.unit, as: 'one', choices: units };
  const name: Spec = { path: 'name', label: fields.name, as: 'words' };
  switch (kind) {
    case 'units':
      return [
        name,
        { path: 'kind', label: fields.kind, as: 'one', choices: entriesOf(choices.unitKinds) },
        { path: 'parent', label: fields.parent, hint: fields.parentHint, as: 'one', choices: units, optional: true },
        { path: 'liaison', label: fields.liaison, hint: fields.liaisonHint, as: 'one', choices: units, optional: true },
        { path: 'pilot', label: fields.pilot, hint: fields.pilotHint, as: 'tick' },
      ];
    case 'officials':
      return [
        { path: 'title', label: fields.title, as: 'words' },
        unit,
        { path: 'holder', label: fields.holder, hint: fields.holderHint, as: 'words', optional: true },
        { path: 'term.from', label: fields.termFrom, as: 'day', optional: true },
        { path: 'term.to', label: fields.termTo, as: 'day', optional: true },
        ...delegateAndRule(officials, words),
        {
          ...{ path: 'topics', label: fields.topics, hint: fields.topicsHint, as: 'many', optional: true },
          choices: choicesOf(directory.topics, (topic) => topic.name, console),
        },
      ];
    case 'topics':
      return [name, ...topicSpecs({ directory, words, console }, units, officials)];
    case 'venues':
      return [name, unit, ...venueSpecs(words)];
    case 'users':
      return userSpecs(words, console, units, officials);
    case 'partners':
      return [
        {
          ...{ path: 'channel', label: fields.channel, hint: fields.channelHint, as: 'one' },
          choices: console.city.channels.map((channel) => ({ value: channel.id, label: channel.name })),
        },
        { ...unit, hint: fields.partnerUnitHint, optional: true },
      ];
  }
};

const entriesOf = (words: Readonly<Record<string, string>>): Choice[] =>
  Object.entries(words).map(([value, label]) => ({ value, label }));

const delegateAndRule = (officials: readonly Choice[], { fields, choices }: AdminWords): readonly Spec[] => [
  {
    ...{ path: 'delegate', label: fields.delegate, hint: fields.delegateHint, as: 'one' },
    ...{ choices: officials, optional: true },
  },
  {
    ...{ path: 'allocation', label: fields.allocation, hint: fields.allocationHint, as: 'one' },
    choices: entriesOf(choices.allocation),
  },
];

const topicSpecs = (
  { directory, words: { fields, choices, rows }, console }: Given,
  units: readonly Choice[],
  officials: readonly Choice[],
): readonly Spec[] => {
  const above = directory.topics.filter(({ parent }) => parent === undefined);
  const parents = choicesOf(above, ({ name }) => name, console);
  return [
    {
      path: 'parent',
      label: fields.topicParent,
      hint: fields.topicParentHint,
      as: 'one',
      choices: parents,
      optional: true,
    },
    {
      ...{ path: 'unitKinds', label: fields.unitKinds, hint: fields.unitKindsHint, as: 'many', optional: true },
      choices: entriesOf(choices.unitKinds),
    },
    { path: 'units', label: fields.onlyUnits, hint: fields.onlyUnitsHint, as: 'many', choices: units, optional: true },
    {
      ...{ path: 'attendees', label: fields.attendees, hint: fields.attendeesHint, as: 'rows', optional: true },
      ...{ row: rows.attendee, add: rows.addAttendee },
      of: [
        { path: 'post', label: fields.post, as: 'one', choices: officials, optional: true },
        { path: 'unit', label: fields.attendeeUnit, as: 'one', choices: units, optional: true },
        { path: 'name', label: fields.attendeeName, as: 'line', optional: true },
      ],
    },
  ];
};

const venueSpecs = ({ fields, choices, notKnown }: AdminWords): readonly Spec[] => [
  { path: 'kind', label: fields.venueKind, as: 'one', choices: entriesOf(choices.venueKinds) },
  { path: 'address', label: fields.address, as: 'words', long: true, optional: true },
  { path: 'capacity', label: fields.capacity, hint: fields.capacityHint, as: 'number', optional: true },
  { path: 'stepFree', label: fields.stepFree, as: 'yes-no', none: notKnown, optional: true },
  { path: 'inductionLoop', label: fields.inductionLoop, as: 'yes-no', none: notKnown, optional: true },
  {
    ...{ path: 'signLanguage', label: fields.signLanguage, as: 'one', none: notKnown, optional: true },
    choices: entriesOf(choices.signLanguage),
  },
  { path: 'map.latitude', label: fields.latitude, hint: fields.degreesHint, as: 'number', optional: true },
  { path: 'map.longitude', label: fields.longitude, hint: fields.degreesHint, as: 'number', optional: true },
  { path: 'map.link', label: fields.mapLink, hint: fields.mapLinkHint, as: 'line', direction: 'ltr', optional: true },
];

const userSpecs = (
  { fields, choices, rows }: AdminWords,
  { city }: Console,
  units: readonly Choice[],
  officials: readonly Choice[],
): readonly Spec[] => {
  const languages: Readonly<Record<string, string>> = choices.languages;
  return [
    { path: 'displayName', label: fields.displayName, as: 'line' },
    { path: 'email', label: fields.email, hint: fields.emailHint, as: 'line', direction: 'ltr', optional: true },
    {
      ...{ path: 'locale', label: fields.locale, as: 'one' },
      choices: city.locales.map((locale) => ({ value: locale, label: languages[locale] ?? locale })),
    },
    {
      ...{ path: 'roles', label: fields.roles, hint: fields.rolesHint, as: 'rows' },
      ...{ row: rows.role, add: rows.addRole },
      of: [
        {
          ...{ path: 'role', label: fields.role, as: 'one' },
          choices: ROLES.map((role) => ({ value: role, label: choices.roles[role] })),
        },
        { path: 'unit', label: fields.unit, as: 'one', choices: units },
        {
          path: 'official',
          label: fields.roleOfficial,
          hint: fields.roleOfficialHint,
          as: 'one',
          choices: officials,
          optional: true,
        },
      ],
    },
  ];
};
