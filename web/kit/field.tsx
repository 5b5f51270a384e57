import type { ComponentChildren, InputHTMLAttributes } from 'preact';
import { useState } from 'preact/hooks';
import { useFieldId, useMessage } from './form.tsx';
import { useSpeech } from './speech.ts';

type FieldProps = {
  /** The path by which the API names the value. */
  readonly name: string;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly optional?: boolean;
  readonly value?: string | undefined;
};

/** Label, hint and message around one control; `describedBy` ties them to it. */
function Around({ name, label, hint, optional, children }: FieldProps & { children: ComponentChildren }) {
  const { words } = useSpeech();
  const message = useMessage(name);
  const id = useFieldId(name);
  return (
    <div class={message ? 'field field-wrong' : 'field'}>
      <label for={id}>
        {label} {optional && <small>{words.optional}</small>}
      </label>
      {hint && (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {message && (
        <p class="message" id={`${id}-message`}>
          {message}
        </p>
      )}
      {children}
    </div>
  );
}

/** The attributes that every control of a field has. */
const useControl = ({ name, hint, optional }: FieldProps) => {
  const message = useMessage(name);
  const id = useFieldId(name);
  const describedBy = [hint && `${id}-hint`, message && `${id}-message`].filter(Boolean).join(' ');
  return {
    id,
    name,
    required: !optional,
    ...(message && { 'aria-invalid': true as const }),
    ...(describedBy && { 'aria-describedby': describedBy }),
  };
};

type InputProps = FieldProps &
  Pick<InputHTMLAttributes<HTMLInputElement>, 'inputMode' | 'autocomplete'> & {
    /** `ltr` for numbers, codes and addresses; what people write freely finds its own direction. */
    readonly direction?: 'ltr' | 'auto';
    /** About how many characters wide. */
    readonly size?: number;
    readonly suggestions?: readonly string[];
  };

export function Field(props: InputProps) {
  const { name, value, inputMode, autocomplete, direction = 'auto', size, suggestions } = props;
  const list = `${useFieldId(name)}-suggestions`;
  return (
    <Around {...props}>
      <input
        {...useControl(props)}
        type="text"
        {...{ inputMode, autocomplete, size, dir: direction, defaultValue: value ?? '' }}
        {...(suggestions && { list })}
      />
      {suggestions && (
        <datalist id={list}>
          {suggestions.map((suggestion) => (
            <option key={suggestion} value={suggestion} />
          ))}
        </datalist>
      )}
    </Around>
  );
}

/** Many words; says how many more there is room for once the end comes near. */
export function TextArea(props: FieldProps & { readonly most: number; readonly rows?: number }) {
  const { words, number } = useSpeech();
  const { most, rows = 4, value = '' } = props;
  const [length, setLength] = useState(value.length);
  const left = most - length;
  return (
    <Around {...props}>
      <textarea
        {...useControl(props)}
        {...{ rows, dir: 'auto', defaultValue: value }}
        onInput={(event) => setLength(event.currentTarget.value.length)}
      />
      <p class="hint" aria-live="polite">
        {left < most / 5 && (left < 0 ? words.over(number(-left)) : words.left(number(left)))}
      </p>
    </Around>
  );
}

export type Choice = { readonly value: string; readonly label: string; readonly group?: string | undefined };

export function Select(
  props: FieldProps & {
    readonly choices: readonly Choice[];
    /** What it means to choose nothing. */
    readonly none?: string;
    readonly onChoose?: (value: string) => void;
  },
) {
  const { words } = useSpeech();
  const { choices, value, none = words.choose, onChoose } = props;
  const option = (choice: Choice) => (
    <option key={choice.value} value={choice.value} selected={choice.value === value}>
      {choice.label}
    </option>
  );
  const groups = [...new Set(choices.flatMap(({ group }) => (group === undefined ? [] : [group])))];
  return (
    <Around {...props}>
      <select {...useControl(props)} onChange={(event) => onChoose?.(event.currentTarget.value)}>
        <option value="">{none}</option>
        {choices.filter(({ group }) => group === undefined).map(option)}
        {groups.map((group) => (
          <optgroup key={group} label={group}>
            {choices.filter((choice) => choice.group === group).map(option)}
          </optgroup>
        ))}
      </select>
    </Around>
  );
}

type FileFieldProps = FieldProps & {
  readonly accept?: string;
  /** What its button says, where it opens the camera of a phone: the one that looks at the page, not at the reader. */
  readonly camera?: string;
  /** Told of the file at once. */
  readonly onFile?: (file: File) => void;
};

export function FileField(props: FileFieldProps) {
  const { words } = useSpeech();
  const { accept = 'application/pdf,image/jpeg,image/png', hint = words.fileHint, camera, onFile } = props;
  const [chosen, setChosen] = useState('');
  return (
    <Around {...props} hint={hint}>
      <div>
        <span class="upload">
          <input
            type="file"
            accept={accept}
            {...(camera && { capture: 'environment' as const })}
            {...useControl({ ...props, hint })}
            onChange={({ currentTarget: { files } }) => {
              setChosen(files?.[0]?.name ?? '');
              if (files?.[0]) onFile?.(files[0]);
            }}
          />
          <span class="button button-quiet" aria-hidden="true">
            {camera ?? words.chooseFile}
          </span>
        </span>{' '}
        <bdi>{chosen}</bdi>
      </div>
    </Around>
  );
}
