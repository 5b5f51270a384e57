import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { Button } from '../../../kit/button.tsx';
import { useMessage } from '../../../kit/form.tsx';
import { useSpeech } from '../../../kit/speech.ts';
import { useAdminWords } from '../admin.ts';
import { countOf, type Spec } from './spec.ts';

type RowsFieldProps = {
  readonly spec: Extract<Spec, { as: 'rows' }>;
  readonly name: string;
  readonly value: readonly unknown[];
  /** The fields of one row, each named behind what its row is called. */
  readonly fieldsOf: (value: unknown, prefix: string) => ComponentChildren;
};

type Row = { readonly key: number; readonly value: unknown };

/** A list of the same few fields: one more, one less, one up. What was typed stays with its row. */
export function RowsField({ spec, name, value, fieldsOf }: RowsFieldProps) {
  const { rows: words } = useAdminWords();
  const { number } = useSpeech();
  const message = useMessage(name);
  const [rows, setRows] = useState<readonly Row[]>(() => value.map((one, key) => ({ key, value: one })));
  const [wanted, focusOn] = useState<number>();
  const box = useRef<HTMLFieldSetElement>(null);
  useEffect(() => {
    if (wanted !== undefined) box.current?.querySelector<HTMLElement>(`[data-row="${wanted}"]`)?.focus();
  }, [wanted, rows]);

  const add = () => {
    const key = Math.max(-1, ...rows.map((row) => row.key)) + 1;
    setRows([...rows, { key, value: undefined }]);
    focusOn(key);
  };
  const remove = (key: number) => {
    const at = rows.findIndex((row) => row.key === key);
    setRows(rows.filter((row) => row.key !== key));
    focusOn((rows[at + 1] ?? rows[at - 1])?.key);
  };
  const moveUp = (at: number) => {
    const [before, row] = [rows[at - 1], rows[at]];
    if (!before || !row) return;
    setRows(rows.with(at - 1, row).with(at, before));
    focusOn(row.key);
  };

  return (
    <fieldset class={message ? 'field field-wrong' : 'field'} ref={box}>
      <legend>{spec.label}</legend>
      {spec.hint && <p class="hint">{spec.hint}</p>}
      {message && <p class="message">{message}</p>}
      <input type="hidden" name={countOf(name)} value={rows.length} />
      {rows.map((row, index) => {
        const title = spec.row(number(index + 1));
        return (
          <fieldset class="card row" key={row.key} tabIndex={-1} data-row={row.key}>
            <legend>{title}</legend>
            <div class="fields">{fieldsOf(row.value, `${name}.${index}.`)}</div>
            <p class="row-actions">
              {index > 0 && (
                <Button kind="quiet" onClick={() => moveUp(index)}>
                  {words.up}
                </Button>
              )}
              <Button kind="quiet" onClick={() => remove(row.key)}>
                {words.remove}
              </Button>
            </p>
          </fieldset>
        );
      })}
      <Button kind="quiet" onClick={add}>
        {spec.add}
      </Button>
    </fieldset>
  );
}
