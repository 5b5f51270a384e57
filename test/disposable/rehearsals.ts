import { today } from './definitions.ts';

/**
 * Definitions that were never deployed. They stand for the changes that may come, so that it is known today that a request
 * in the middle of its life survives them.
 */

/** Only names of states stand between quotes as a key or as a whole value. */
export const withOtherNames = (): string =>
  Object.keys(today().States).reduce(
    (text, name) => text.replaceAll(`"${name}"`, `"Formerly ${name}"`),
    JSON.stringify(today()),
  );

/** As it might have been before there was a second reminder. */
export const withoutLastReminder = (): string => {
  const definition = today();
  const { 'Last reminder': _, 'Remind again': __, Reminder, Remind, 'Next step': next, ...others } = definition.States;
  const { Arguments } = Reminder;
  const expecting = { ...Arguments.ExpressionAttributeValues, ':expect': { S: 'meeting' } };
  return JSON.stringify({
    ...definition,
    States: {
      ...others,
      Reminder: { ...Reminder, Arguments: { ...Arguments, ExpressionAttributeValues: expecting }, Next: 'Meeting' },
      Remind: { ...Remind, Next: 'Meeting' },
      'Next step': { ...next, Choices: next.Choices.filter((choice) => choice.Next !== 'Last reminder') },
    },
  });
};
