import { meetingRequest } from '../../workflows/meeting-request.ts';

type State = Readonly<Record<string, unknown>>;
type Definition = { readonly StartAt: string; readonly States: Readonly<Record<string, State>> };

/** What a redeployment may make of a definition. Executions under way go on with the one that they started with. */
const REVISIONS: readonly ((definition: Definition) => Definition)[] = [
  (definition) => definition,
  // Its states have other names.
  (definition) => renamed(definition, (name) => `${name} II`),
  // Who is woken asks the table where to go, whatever the signal said.
  ({ States, ...machine }) => ({
    ...machine,
    States: mapped(States, (state) => ({ ...state, ...(isWait(state) && { Catch: asking(state) }) })),
  }),
  // It begins at the crossing, and rests for a second after each duty.
  ({ States }) => ({ StartAt: 'Next step', States: { ...mapped(States, beforeRest), ...rests(States) } }),
];

/** The texts of the definitions that are deployed one after another, and then from the first again. */
export const revisionsOf = (parts: Parameters<typeof meetingRequest>[0]): readonly string[] => {
  const { StartAt, States, ...rest } = meetingRequest(parts);
  return REVISIONS.map((revise) => JSON.stringify({ ...rest, ...revise({ StartAt, States }) }));
};

const mapped = (states: Definition['States'], change: (state: State, name: string) => State): Definition['States'] =>
  Object.fromEntries(Object.entries(states).map(([name, state]) => [name, change(state, name)]));

/** Every arrow follows its state to the new name. */
const renamed = ({ StartAt, States }: Definition, rename: (name: string) => string): Definition => {
  const arrows = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(arrows);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([key, inner]) => [key, isArrow(key, inner) ? rename(inner) : arrows(inner)]),
    );
  };
  const states = Object.entries(States).map(([name, state]) => [rename(name), arrows(state)]);
  return { StartAt: rename(StartAt), States: Object.fromEntries(states) };
};
const isArrow = (key: string, value: unknown): value is string =>
  (key === 'Next' || key === 'Default') && typeof value === 'string';

const isWait = ({ Resource }: State): boolean => String(Resource).endsWith('.waitForTaskToken');
const isDuty = ({ Resource }: State): boolean => String(Resource).includes(':function:');

const asking = ({ Catch }: State) =>
  (Catch as readonly { readonly ErrorEquals: readonly string[] }[]).map((caught) =>
    caught.ErrorEquals.includes('DeadlineMoved') ? { ...caught, Next: 'Look again' } : caught,
  );

const restAfter = (name: string): string => `Rest after ${name}`;
const beforeRest = (state: State, name: string): State => (isDuty(state) ? { ...state, Next: restAfter(name) } : state);
const rests = (states: Definition['States']): Definition['States'] =>
  Object.fromEntries(
    Object.entries(states)
      .filter(([, state]) => isDuty(state))
      .map(([name, { Next }]) => [restAfter(name), { Type: 'Wait', Seconds: 1, Next }]),
  );
