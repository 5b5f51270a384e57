import { Select } from '../../kit/field.tsx';
import { useConsole } from '../console.ts';
import { useCase } from './open-case.ts';

/** Why others are passed, asked for where this request is not the head of its queue: lots make nobody the head. */
export function JumpReason() {
  const { words, city } = useConsole();
  const { request, queue } = useCase();
  const isHead = queue?.place === 1 && (request.urgent || queue.rule !== 'draw' || queue.length === 1);
  if (!queue || isHead) return null;
  return (
    <Select
      name="reason"
      label={words.turns.turn.reason}
      hint={words.turns.turn.reasonHint}
      choices={city.jumpReasons.map(({ id, name }) => ({ value: id, label: name }))}
    />
  );
}
