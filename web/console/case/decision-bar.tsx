import type { FunctionComponent } from 'preact';
import type { Permission } from '../../../domain/access.ts';
import { Card } from '../../kit/lists.tsx';
import { useConsole } from '../console.ts';
import { AcceptForm } from './accept-form.tsx';
import { useCase } from './open-case.ts';
import { AddOrderForm, OutcomeLink } from './outcome-forms.tsx';
import { AnswerForm, AskForm, DeclineForm, ReferForm, ReferOutForm } from './triage-forms.tsx';
import { AttendanceForm, CancelForm, GiveForm, MoveForm, OfferForm } from './turn-forms.tsx';

/** Every decision that has a form here, in the order of the office's day, and the permission it needs. */
const DECISIONS = {
  accept: ['triage', AcceptForm],
  'answer-in-writing': ['triage', AnswerForm],
  ask: ['triage', AskForm],
  decline: ['triage', DeclineForm],
  refer: ['triage', ReferForm],
  'refer-out': ['triage', ReferOutForm],
  offer: ['give-turns', OfferForm],
  schedule: ['give-turns', GiveForm],
  'record-attendance': ['check-in', AttendanceForm],
  move: ['give-turns', MoveForm],
  cancel: ['give-turns', CancelForm],
  'record-outcome': ['record-outcome', OutcomeLink],
  'add-order': ['issue-orders', AddOrderForm],
} as const satisfies Record<string, readonly [Permission, FunctionComponent]>;
type DecisionName = keyof typeof DECISIONS;

/** What this person may decide now: what the stage allows (`domain/transitions.ts`) and what their role allows on this case. */
export function DecisionBar() {
  const { words } = useConsole();
  const { request, permissions } = useCase();
  const names = Object.keys(DECISIONS) as DecisionName[];
  const mine = names.filter((name) => request.decisions.includes(name) && permissions.includes(DECISIONS[name][0]));
  if (mine.length === 0) return <p class="hint">{words.case.noDecisions}</p>;
  return (
    <Card title={words.case.decide}>
      {mine.map((name) => {
        const [, DecisionForm] = DECISIONS[name];
        return (
          <details key={`${name}-${request.version}`} name="decision">
            <summary>{words.decisions[name]}</summary>
            <DecisionForm />
          </details>
        );
      })}
    </Card>
  );
}
