import type * as z from 'zod/mini';
import type { GivenOrder } from '../../../contract/staff/order.ts';
import { Select, TextArea } from '../../kit/field.tsx';
import { optionalText, textOf } from '../../kit/form.tsx';
import { useAnswer } from '../../kit/use-answer.tsx';
import { useConsole } from '../console.ts';
import { OfficeDaySelect } from '../office-day-select.tsx';
import { useCase } from './open-case.ts';

/** What is ordered, who must act, and by when if the official says so. */
export function OrderFields({ prefix }: { prefix: string }) {
  const { words, ask } = useConsole();
  const { request } = useCase();
  const units = useAnswer(() => ask('list-units'), [ask]);
  return (
    <>
      <TextArea name={`${prefix}text`} label={words.forms.orderText} most={4000} rows={3} />
      <Select
        key={String(units.answer?.agreed)}
        name={`${prefix}unit`}
        label={words.forms.orderUnit}
        value={request.unit}
        choices={(units.answer?.agreed ? units.answer.value.units : [])
          .filter(({ kind }) => kind !== 'external')
          .map(({ id, name, kind }) => ({ value: id, label: name, group: words.kit.unitKinds[kind] }))}
      />
      <OfficeDaySelect name={`${prefix}dueOn`} label={words.forms.dueOn} none={words.forms.dueByPolicy} optional />
    </>
  );
}

/** The order that these fields hold. */
export const orderOf = (data: FormData, prefix: string): z.input<typeof GivenOrder> => {
  const dueOn = optionalText(data, `${prefix}dueOn`);
  return { text: textOf(data, `${prefix}text`), unit: textOf(data, `${prefix}unit`), ...(dueOn && { dueOn }) };
};
