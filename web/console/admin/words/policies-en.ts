import type { PolicyPath } from '../policies/policy-paths.ts';
import type { PolicyText, policiesFa } from './policies-fa.ts';

const DAYS = 'working days';

const EACH: Readonly<Record<PolicyPath, PolicyText>> = {
  triageWorkingDays: { label: 'Triage', unit: DAYS, why: 'Until then the unit must decide on a request.' },
  referralsAllowed: {
    label: 'Referrals inside the city',
    unit: 'times',
    why: 'After that the coordinator decides.',
  },
  'citizenAnswersWithinWorkingDays.needsInfo': {
    label: 'To complete a request',
    unit: DAYS,
    why: 'For the citizen to answer a question; the unit’s clock stands still.',
  },
  'citizenAnswersWithinWorkingDays.answered': {
    label: 'After a written answer',
    unit: DAYS,
    why: 'Until then the citizen may say that a meeting is still wanted.',
  },
  'citizenAnswersWithinWorkingDays.objection': {
    label: 'To object',
    unit: DAYS,
    why: 'After a request was declined or a case closed.',
  },
  'citizenAnswersWithinWorkingDays.confirmation': {
    label: 'To confirm',
    unit: DAYS,
    why: 'After an order was reported done; silence closes the case.',
  },
  openRequestsPerOfficial: {
    label: 'Open requests of an applicant to an official',
    unit: 'requests',
    why: 'Always one.',
  },
  turnOfferedWithinWorkingDays: {
    label: 'To offer a turn',
    unit: DAYS,
    why: 'After acceptance; then the coordinator holds it.',
  },
  offerHoldWorkingDays: { label: 'To take an offered turn', unit: DAYS, why: 'The turn is held that long.' },
  formHoldMinutes: {
    label: 'Hold while a form is open',
    unit: 'minutes',
    why: 'So that two people do not take one turn.',
  },
  'releasedSlotDelayMinutes.min': {
    label: 'A released turn rests at least',
    unit: 'minutes',
    why: 'It comes back after a random delay, so that nobody can hand it to a chosen person.',
  },
  'releasedSlotDelayMinutes.max': {
    label: 'A released turn rests at most',
    unit: 'minutes',
    why: 'Not less than the least.',
  },
  movesAllowed: { label: 'Moves of a turn', unit: 'times', why: 'At the citizen’s wish.' },
  moveUntil: { label: 'Moves until', why: 'On the last working day before the turn.' },
  rebookNoShows: {
    label: 'Another turn after a no-show',
    unit: 'times',
    why: 'After that the case closes as a no-show.',
  },
  freePasses: {
    label: 'Offers passed without losing the place',
    unit: 'times',
    why: 'Passing an offer, or letting it lapse.',
  },
  afterFreePasses: { label: 'One pass more', why: 'The citizen’s place in the queue after the limit above.' },
  offersByItself: {
    label: 'The system offers turns by itself',
    why: 'Free turns are offered to the head of the queue, in order.',
  },
  drawNoticeHours: {
    label: 'From the announcement to the draw',
    unit: 'hours',
    why: 'So that everybody can see it coming.',
  },
  'earlierOffers.most': {
    label: 'Offers of an earlier turn',
    unit: 'times',
    why: 'To whoever wishes for one.',
  },
  'earlierOffers.daysApart': { label: 'Between these offers', unit: 'days', why: 'So that messages do not pile up.' },
  'reminders.daysBefore': { label: 'First reminder', unit: 'days before', why: 'A message to the citizen.' },
  'reminders.workingDayBeforeAt': { label: 'Second reminder at', why: 'On the working day before.' },
  'reminders.spreadMinutes': {
    label: 'Reminders spread over',
    unit: 'minutes',
    why: 'So that not all messages go at once.',
  },
  'reminders.notBefore': { label: 'No message before', why: 'By the city’s clock.' },
  'reminders.notAfter': { label: 'No message after', why: 'By the city’s clock.' },
  tellsTurnNearAt: {
    label: 'Told on the day when before them are',
    unit: 'people',
    why: 'Nobody is told if empty or 0.',
  },
  'sessionTemplate.weekday': { label: 'Usual day of a session', why: 'Proposed when a session is planned.' },
  'sessionTemplate.startsAt': { label: 'Session begins', why: 'By the city’s clock.' },
  'sessionTemplate.endsAt': { label: 'Session ends', why: 'After it begins.' },
  'sessionTemplate.slotMinutes': { label: 'A turn', unit: 'minutes', why: 'How long each meeting is.' },
  'sessionTemplate.urgentSlots': { label: 'Urgent turns', unit: 'a session', why: 'Kept for urgent cases.' },
  'sessionTemplate.walkInSlots': { label: 'Walk-in turns', unit: 'a session', why: 'For whoever comes on the day.' },
  'sessionPlanning.weeksAhead': {
    label: 'Sessions planned ahead',
    unit: 'weeks',
    why: 'They are made of the officials’ templates.',
  },
  'sessionPlanning.publishDaysAhead': {
    label: 'Sessions opened ahead',
    unit: 'days',
    why: 'From then on citizens see the turns.',
  },
  outcomeWorkingDays: {
    label: 'To record the outcome',
    unit: DAYS,
    why: 'After the session; then it goes one rank up.',
  },
  orderDueWorkingDays: { label: 'An order is due in', unit: DAYS, why: 'Unless the official says otherwise.' },
  renewalsAllowed: {
    label: 'Renewals of an order',
    unit: 'times',
    why: 'After that only a manager or the official gives more time.',
  },
  veryLateWorkingDays: {
    label: 'An order is very late',
    unit: 'working days after its due date',
    why: 'Counted by itself in reports.',
  },
  rungWorkingDays: { label: 'On each rung', unit: DAYS, why: 'Then the matter goes one rank up.' },
  ladder: {
    label: 'Ladder of escalation',
    why: 'Who takes over what is late, one after the other, from the bottom to the top.',
  },
  correctionWorkingDays: {
    label: 'To correct a recorded fact',
    unit: DAYS,
    why: 'After that only the unit manager may.',
  },
  silentCallsPercent: {
    label: 'Calls to silent citizens',
    unit: 'of a hundred cases',
    why: 'How many of the cases that closed in silence are asked about by phone.',
  },
  askAgainAfterDays: { label: 'Asked once more after', unit: 'days', why: 'Whether the matter is still settled.' },
  retentionYears: {
    label: 'Personal data is kept',
    unit: 'years after closing',
    why: 'Then it is anonymised; figures stay.',
  },
};

export const policiesEn: typeof policiesFa = {
  saved: 'The limits are saved and hold from now on. Dates that were given before stay.',
  ofUnit: 'Whatever is left empty is as in the city.',
  asCity: 'As in the city',
  inCity: (value) => `In the city: ${value}.`,
  groups: {
    triage: 'Triage',
    turns: 'Queue and turns',
    reminders: 'Reminders',
    sessions: 'Sessions',
    orders: 'Outcome and orders',
    escalation: 'Escalation',
    afterwards: 'After closing',
  },
  each: EACH,
  choices: { 'keeps-place': 'Keeps the place', 'behind-same-day': 'Goes behind those of the same day' },
  rung: 'Who',
  rungDays: 'On this rung (working days)',
  rungDaysHint: 'As long as on the others if empty.',
  rungs: {
    'unit-manager': 'Unit manager',
    'managers-above': 'Manager of each unit above',
    coordinator: 'Coordinator',
    inspector: 'Inspector',
    'headquarters-manager': 'Manager of the headquarters',
  },
};
