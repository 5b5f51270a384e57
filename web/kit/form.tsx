import { type ComponentChildren, createContext } from 'preact';
import { useContext, useId, useRef, useState } from 'preact/hooks';
import type { Problem } from '../../contract/problem.ts';
import type { Answered } from '../api/client.ts';
import { Button } from './button.tsx';
import { ErrorSummary } from './error-summary.tsx';
import { useSpeech } from './speech.ts';

const Messages = createContext<ReadonlyMap<string, string>>(new Map());

/** What is wrong with a field, by its name: the path that the API gives. */
export const useMessage = (name: string): string | undefined => useContext(Messages).get(name);

const Scope = createContext('');

/** The id of a field: several forms of a page may have fields of one name, and each label must lead to its own. */
export const useFieldId = (name: string): string => useContext(Scope) + name;

type FormProps<Value> = {
  readonly send: (data: FormData) => Promise<Answered<Value>>;
  readonly done: (value: Value) => void;
  readonly label: string;
  readonly kind?: 'main' | 'quiet' | 'danger';
  /** What fields are called that this page does not show. */
  readonly labels?: Readonly<Record<string, string>>;
  /** Told of every change, so that nothing written is lost. */
  readonly keep?: (data: FormData) => void;
  readonly children?: ComponentChildren;
};

/**
 * A form of plain fields. It looks for what is missing, sends, and shows every problem twice: in a summary that takes the
 * focus, and beside its field. Fields are named as the API names them, so each message finds its place.
 */
export function Form<Value>({ send, done, label, kind = 'main', labels, keep, children }: FormProps<Value>) {
  const { words } = useSpeech();
  const form = useRef<HTMLFormElement>(null);
  const scope = useId();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();

  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    if (busy || !form.current) return;
    const missing = missingFields(form.current);
    if (missing.length > 0) {
      const fields = missing.map((path) => ({ path, problem: 'missing', message: words.required }));
      setProblem({ type: 'invalid', title: '', status: 422, fields });
      return;
    }
    setBusy(true);
    const answered = await send(new FormData(form.current));
    setBusy(false);
    setProblem(answered.agreed ? undefined : answered.problem);
    if (answered.agreed) done(answered.value);
  };

  const messages = new Map(problem?.fields?.map(({ path, message }) => [path, message]));
  return (
    <form
      ref={form}
      class="form"
      noValidate
      onSubmit={submit}
      onInput={({ currentTarget }) => keep?.(new FormData(currentTarget))}
    >
      {problem && <ErrorSummary {...{ problem, form, labels }} />}
      <Scope.Provider value={scope}>
        <Messages.Provider value={messages}>{children}</Messages.Provider>
      </Scope.Provider>
      <p class="actions">
        <Button type="submit" kind={kind} busy={busy}>
          {label}
        </Button>
      </p>
    </form>
  );
}

/** A refusal of the form's own, in the shape of the API's: one message for one field. */
export const wrongField = (path: string, message: string): { agreed: false; problem: Problem } => ({
  agreed: false,
  problem: { type: 'invalid', title: '', status: 422, fields: [{ path, problem: 'wrong-format', message }] },
});

/** Names of required fields that are empty; a group of radio buttons counts once. */
const missingFields = (form: HTMLFormElement): string[] => {
  const fields = [...form.elements].filter(
    (element) =>
      element instanceof HTMLInputElement ||
      element instanceof HTMLTextAreaElement ||
      element instanceof HTMLSelectElement,
  );
  const empty = fields.filter((field) => field.validity.valueMissing || (field.required && field.value.trim() === ''));
  return [...new Set(empty.map((field) => field.name))];
};

/** One text of a form, trimmed. */
export const textOf = (data: FormData, name: string): string => {
  const value = data.get(name);
  return typeof value === 'string' ? value.trim() : '';
};

/** One text of a form, or undefined where nothing was written. */
export const optionalText = (data: FormData, name: string): string | undefined => textOf(data, name) || undefined;

/** The file that was chosen, if one was. */
export const fileOf = (data: FormData, name: string): File | undefined => {
  const value = data.get(name);
  return value instanceof File && value.size > 0 ? value : undefined;
};
