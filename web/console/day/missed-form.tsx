import { Select } from '../../kit/field.tsx';
import { Form, textOf } from '../../kit/form.tsx';
import { useConsole } from '../console.ts';
import type { DayTurn } from './day-turn.ts';

const NO_SHOW_REASONS = ['not-came', 'came-late', 'unreachable-by-phone'] as const;

/** Why a turn did not take place: the citizen's reason, in a code, or the host's absence, which is never the citizen's fault. */
export function MissedForm({ turn, recorded }: { turn: DayTurn; recorded: () => void }) {
  const { words, call } = useConsole();
  const { day } = words.turns;
  const name = `why-${turn.number}`;
  const send = (data: FormData) => {
    const reason = NO_SHOW_REASONS.find((one) => one === textOf(data, name));
    const body = reason ? ({ attendance: 'no-show', reason } as const) : ({ attendance: 'host-absent' } as const);
    return call('record-attendance', { params: { id: turn.request }, body });
  };
  return (
    <Form send={send} done={recorded} label={words.forms.record} kind="danger">
      <Select
        name={name}
        label={day.why}
        choices={Object.entries(day.whys).map(([value, label]) => ({ value, label }))}
      />
    </Form>
  );
}
