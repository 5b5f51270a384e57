import { TRANSITIONS } from '../domain/transitions.ts';
import { meetingRequest } from './meeting-request.ts';

// Prints the diagrams of docs/:
//   node workflows/draw.ts machine > docs/meeting-request.mmd
//   node workflows/draw.ts life > docs/request-life.mmd

type State = {
  readonly Type: string;
  readonly Resource?: string;
  readonly Next?: string;
  readonly End?: boolean;
  readonly Default?: string;
  readonly Catch?: readonly { readonly ErrorEquals: readonly string[]; readonly Next: string }[];
  readonly Choices?: readonly { readonly Next: string }[];
};

const SAID: Readonly<Record<string, string>> = {
  'States.Timeout': 'deadline',
  DeadlineMoved: 'deadline moved',
  CourseChanged: 'course changed',
  'DynamoDb.ConditionalCheckFailedException': 'not so any more',
};

/** The state machine as a Mermaid flowchart: waits are round, duties framed, what is off the story dotted. */
export const drawMachine = (): string => {
  const { StartAt, States } = meetingRequest({ tableName: 'table', passDeadlineArn: 'pass-deadline' });
  const states: [string, State][] = Object.entries(States);
  return lines([
    'flowchart TD',
    `  start((" ")) --> ${idOf(StartAt)}`,
    ...states.map(([name, state]) => `  ${idOf(name)}${shapeOf(name, state)}`),
    ...states.flatMap(([name, state]) => arrowsOf(name, state)),
  ]);
};

/** Which stage may follow which, as the domain has it. */
export const drawLife = (): string =>
  lines([
    'stateDiagram-v2',
    ...Object.keys(TRANSITIONS).map((status) => `  state "${status}" as ${idOf(status)}`),
    '  [*] --> submitted',
    ...Object.entries(TRANSITIONS).flatMap(([from, next]) => next.map((to) => `  ${idOf(from)} --> ${idOf(to)}`)),
    '  closed --> [*]',
  ]);

const arrowsOf = (name: string, state: State): string[] => {
  const from = idOf(name);
  const ends = state.End || state.Type === 'Succeed';
  return [
    ...(state.Next ? [`  ${from} --> ${idOf(state.Next)}`] : []),
    ...(ends ? [`  ${from} --> finish(((" ")))`] : []),
    ...(state.Catch ?? []).map(({ ErrorEquals: [error = ''], Next }) =>
      error === 'States.Timeout'
        ? `  ${from} -->|${SAID[error]}| ${idOf(Next)}`
        : `  ${from} -.->|${SAID[error] ?? error}| ${idOf(Next)}`,
    ),
    ...(state.Choices ?? []).map(({ Next }) => `  ${from} -.-> ${idOf(Next)}`),
    ...(state.Default ? [`  ${from} -.-> ${idOf(state.Default)}`] : []),
  ];
};

const shapeOf = (name: string, { Type, Resource = '' }: State): string => {
  if (Type === 'Choice') return `{"${name}"}`;
  return Resource.endsWith('.waitForTaskToken') ? `(["${name}"])` : `[["${name}"]]`;
};

const idOf = (name: string): string => name.toLowerCase().replaceAll(/[ -]/g, '_');

const lines = (all: readonly string[]): string => `${all.join('\n')}\n`;

if (import.meta.main) process.stdout.write(process.argv[2] === 'life' ? drawLife() : drawMachine());
