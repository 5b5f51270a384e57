import type { Choice } from '../../../kit/field.tsx';
import { useMessage } from '../../../kit/form.tsx';
import { useSpeech } from '../../../kit/speech.ts';

type TicksProps = {
  readonly name: string;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly optional: boolean;
  readonly choices: readonly Choice[];
  readonly value: readonly unknown[];
};

/** More choices than these are folded away until they are wanted. */
const MANY = 14;

/** Boxes of which any number may be ticked. */
export function Ticks({ name, label, hint, optional, choices, value }: TicksProps) {
  const { words, number } = useSpeech();
  const message = useMessage(name);
  const ticked = new Set(value.map(String));
  const boxes = (
    <div class="choices choices-tight">
      {choices.map((choice) => (
        <label class="choice" key={choice.value}>
          <input type="checkbox" name={name} value={choice.value} defaultChecked={ticked.has(choice.value)} />
          <span class="choice-label">{choice.label}</span>
        </label>
      ))}
    </div>
  );
  return (
    <fieldset
      class={message ? 'field field-wrong' : 'field'}
      {...(message && { 'aria-describedby': `${name}-message` })}
    >
      <legend>
        {label} {optional && <small>{words.optional}</small>}
      </legend>
      {hint && <p class="hint">{hint}</p>}
      {message && (
        <p class="message" id={`${name}-message`}>
          {message}
        </p>
      )}
      {choices.length > MANY ? (
        <details open={message !== undefined}>
          <summary>
            {label} ({number(ticked.size)})
          </summary>
          {boxes}
        </details>
      ) : (
        boxes
      )}
    </fieldset>
  );
}
