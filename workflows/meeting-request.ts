import type { Step } from '../domain/request.ts';

// The life of one meeting request. The table is the truth: this machine waits, is woken, and sees to it that something
// happens when a deadline passes. It carries a ticket (`domain/ticket.ts`), and only ever compares what is on it.

export type Wait = Exclude<Step, 'closed'>;

/** The waits, by the step they stand for and by the name the office gives them. */
export const WAITS: Readonly<Record<Wait, string>> = {
  triage: 'Triage',
  slot: 'Wait for slot',
  reminder: 'Reminder',
  'last-reminder': 'Last reminder',
  meeting: 'Meeting',
  'follow-up': 'Follow-up deadline',
  confirmation: 'Confirmation',
};

export type Parts = { readonly tableName: string; readonly passDeadlineArn: string };

const jsonata = (expression: string) => `{% ${expression} %}`;

const SAME_TICKET = jsonata('$states.input');
const TICKET_OF_SIGNAL = jsonata('$parse($states.errorOutput.Cause)');
const SECONDS_LEFT = jsonata('$max([1, $min([99999999, $ceil(($toMillis($states.input.until) - $millis()) / 1000)])])');

const PATIENTLY = { IntervalSeconds: 1, MaxAttempts: 6, BackoffRate: 2, MaxDelaySeconds: 60, JitterStrategy: 'FULL' };

/** Named one by one: `States.TaskFailed` or `States.ALL` would swallow the signals, too. */
const DATABASE_BUSY = [
  'DynamoDb.TransactionConflictException',
  'DynamoDb.ProvisionedThroughputExceededException',
  'DynamoDb.RequestLimitExceededException',
  'DynamoDb.ThrottlingException',
  'DynamoDb.InternalServerErrorException',
  'DynamoDb.SdkClientException',
];

const WAIT_ITEM = {
  pk: { S: jsonata("$states.input.city & '#WAIT#' & $states.input.id") },
  sk: { S: 'WAIT' },
};

/** The state machine's definition (ASL, JSONata) over a table and the function that passes deadlines. */
export const meetingRequest = ({ tableName, passDeadlineArn }: Parts) => {
  /** Leaves a token, if the table still says so; then waits for what is expected, for the deadline, or for another course. */
  const wait = (step: Wait, { expect, late }: { expect: Step; late: string }) => ({
    Type: 'Task',
    Resource: 'arn:aws:states:::aws-sdk:dynamodb:updateItem.waitForTaskToken',
    Arguments: {
      TableName: tableName,
      Key: WAIT_ITEM,
      ConditionExpression: '#run = :run AND #version = :version AND #step = :step',
      UpdateExpression:
        'SET taskToken = :token, tokenVersion = :version, tokenStep = :step, expectedStep = :expect, expectedBy = :until, dueAt = :until',
      ExpressionAttributeNames: { '#run': 'run', '#version': 'version', '#step': 'step' },
      ExpressionAttributeValues: {
        ':run': { N: jsonata('$states.input.run') },
        ':version': { N: jsonata('$states.input.version') },
        ':step': { S: step },
        ':expect': { S: expect },
        ':until': { S: jsonata('$states.input.until') },
        ':token': { S: jsonata('$states.context.Task.Token') },
      },
    },
    TimeoutSeconds: SECONDS_LEFT,
    Retry: [{ ErrorEquals: DATABASE_BUSY, ...PATIENTLY }],
    Catch: [
      { ErrorEquals: ['States.Timeout'], Next: late, Output: SAME_TICKET },
      { ErrorEquals: ['DeadlineMoved'], Next: WAITS[step], Output: TICKET_OF_SIGNAL },
      { ErrorEquals: ['CourseChanged'], Next: 'Next step', Output: TICKET_OF_SIGNAL },
      { ErrorEquals: ['DynamoDb.ConditionalCheckFailedException'], Next: 'Look again', Output: SAME_TICKET },
    ],
    ...(expect === 'closed' ? { End: true } : { Next: WAITS[expect] }),
  });

  /** The office's duty when a deadline has passed. The rule reads the truth, acts if it still stands, gives the next ticket. */
  const duty = (next: string) => ({
    Type: 'Task',
    Resource: passDeadlineArn,
    TimeoutSeconds: 120,
    Retry: [{ ErrorEquals: ['States.ALL'], ...PATIENTLY }],
    Next: next,
  });

  return {
    Comment:
      'One execution per meeting request: waits for people, acts on deadlines. Carries ids and times, never a person.',
    QueryLanguage: 'JSONata',
    StartAt: 'Triage',
    States: {
      Triage: wait('triage', { expect: 'slot', late: 'Escalate triage' }),
      'Escalate triage': duty('Triage'),

      'Wait for slot': wait('slot', { expect: 'reminder', late: 'Lapse the offer or escalate' }),
      'Lapse the offer or escalate': duty('Wait for slot'),

      Reminder: wait('reminder', { expect: 'last-reminder', late: 'Remind' }),
      Remind: duty('Last reminder'),
      'Last reminder': wait('last-reminder', { expect: 'meeting', late: 'Remind again' }),
      'Remind again': duty('Meeting'),

      Meeting: wait('meeting', { expect: 'follow-up', late: 'Chase the outcome' }),
      'Chase the outcome': duty('Meeting'),

      'Follow-up deadline': wait('follow-up', { expect: 'confirmation', late: 'Mark overdue' }),
      'Mark overdue': duty('Follow-up deadline'),

      Confirmation: wait('confirmation', { expect: 'closed', late: 'Close unanswered' }),
      'Close unanswered': duty('Next step'),

      'Look again': {
        Type: 'Task',
        Resource: 'arn:aws:states:::aws-sdk:dynamodb:getItem',
        Arguments: { TableName: tableName, Key: WAIT_ITEM, ConsistentRead: true },
        Retry: [{ ErrorEquals: DATABASE_BUSY, ...PATIENTLY }],
        Output: {
          city: jsonata('$states.input.city'),
          id: jsonata('$states.input.id'),
          run: jsonata('$states.input.run'),
          version: jsonata('$states.result.Item.version.N'),
          until: jsonata('$states.result.Item.until.S'),
          // A run that has been replaced finds nothing left to do: the newer run waits for this request.
          step: jsonata("$states.result.Item.run.N = $states.input.run ? $states.result.Item.step.S : 'closed'"),
        },
        Next: 'Next step',
      },
      'Next step': {
        Type: 'Choice',
        Choices: Object.entries(WAITS).map(([step, name]) => ({
          Condition: jsonata(`$states.input.step = '${step}'`),
          Next: name,
        })),
        Default: 'Closed',
      },
      Closed: { Type: 'Succeed' },
    },
  };
};
