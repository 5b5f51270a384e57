import type { ComponentChildren } from 'preact';
import { useFieldId, useMessage } from './form.tsx';
import { useSpeech } from './speech.ts';

type Item = { readonly value: string; readonly label: ComponentChildren; readonly hint?: ComponentChildren };
type ChoicesProps = {
  readonly name: string;
  readonly legend: string;
  readonly items: readonly Item[];
  readonly value?: string | undefined;
  readonly optional?: boolean;
  /** Several may be ticked. */
  readonly many?: boolean;
  /** Those that are ticked at first, where several may be. */
  readonly chosen?: readonly string[];
  /** Short ones that stand beside each other, however few. */
  readonly beside?: boolean;
  readonly onChoose?: (value: string) => void;
};

/** More choices than these stand beside each other. */
const FEW = 5;

/** A group of radio buttons, or of boxes to tick, each with room for a remark. */
export function Choices({ name, legend, items, value, onChoose, ...how }: ChoicesProps) {
  const { optional = false, many = false, beside = false, chosen } = how;
  const { words } = useSpeech();
  const message = useMessage(name);
  const messageId = `${useFieldId(name)}-message`;
  return (
    <fieldset class={message ? 'field field-wrong' : 'field'} {...(message && { 'aria-describedby': messageId })}>
      <legend>
        {legend} {optional && <small>{words.optional}</small>}
      </legend>
      {message && (
        <p class="message" id={messageId}>
          {message}
        </p>
      )}
      <div class={beside ? 'choices-row' : items.length > FEW ? 'choices-tight' : undefined}>
        {items.map((item) => (
          <label class="choice" key={item.value}>
            <input
              type={many ? 'checkbox' : 'radio'}
              name={name}
              value={item.value}
              defaultChecked={chosen?.includes(item.value) ?? item.value === value}
              required={!optional && !many}
              onChange={() => onChoose?.(item.value)}
            />
            <span>
              <span class="choice-label">{item.label}</span>
              {item.hint && <span class="hint">{item.hint}</span>}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

/** One box to tick. */
export function Tick({
  name,
  label,
  checked = false,
  onChange,
}: {
  name: string;
  label: string;
  checked?: boolean;
  onChange?: (ticked: boolean) => void;
}) {
  return (
    <label class="choice">
      <input
        type="checkbox"
        name={name}
        value="yes"
        defaultChecked={checked}
        onChange={({ currentTarget }) => onChange?.(currentTarget.checked)}
      />
      <span class="choice-label">{label}</span>
    </label>
  );
}
