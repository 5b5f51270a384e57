import { useState } from 'preact/hooks';
import type * as z from 'zod/mini';
import type { GivenOrder } from '../../../contract/staff/order.ts';
import { Tick } from '../../kit/choices.tsx';
import { Field, TextArea } from '../../kit/field.tsx';
import { optionalText, textOf } from '../../kit/form.tsx';
import { useConsole } from '../console.ts';
import { OfficeDaySelect } from '../office-day-select.tsx';
import { UnitField } from '../order/unit-field.tsx';
import { useCase } from './open-case.ts';

/** What is ordered, who must act, by when by that unit's own calendar, and what will prove it. */
export function OrderFields({ prefix }: { prefix: string }) {
  const { words } = useConsole();
  const { outcome } = words.after;
  const { request } = useCase();
  const [unit, setUnit] = useState(request.unit);
  return (
    <>
      <TextArea name={`${prefix}text`} label={words.forms.orderText} most={4000} rows={3} />
      <UnitField name={`${prefix}unit`} label={words.forms.orderUnit} value={unit} onChoose={setUnit} />
      <OfficeDaySelect
        key={unit}
        name={`${prefix}dueOn`}
        label={words.forms.dueOn}
        none={words.forms.dueByPolicy}
        {...(unit && { unit })}
        optional
      />
      <Field
        name={`${prefix}dueInWorkingDays`}
        label={outcome.dueIn}
        hint={outcome.dueInHint}
        {...{ inputMode: 'numeric', direction: 'ltr', size: 4, optional: true }}
      />
      <Field name={`${prefix}proofWanted`} label={outcome.proofWanted} hint={outcome.proofWantedHint} optional />
      <Tick name={`${prefix}sharedWithOwner`} label={outcome.share} />
    </>
  );
}

/** The order that these fields hold. */
export const orderOf = (data: FormData, prefix: string): z.input<typeof GivenOrder> => {
  const dueOn = optionalText(data, `${prefix}dueOn`);
  const days = optionalText(data, `${prefix}dueInWorkingDays`);
  const proofWanted = optionalText(data, `${prefix}proofWanted`);
  const isShared = textOf(data, `${prefix}sharedWithOwner`) === 'yes';
  return {
    text: textOf(data, `${prefix}text`),
    unit: textOf(data, `${prefix}unit`),
    ...(dueOn ? { dueOn } : days && { dueInWorkingDays: numberIn(days) }),
    ...(proofWanted && { proofWanted }),
    ...(isShared && { sharedWithOwner: true }),
  };
};

/** As it was typed, in whichever digits; what is no number is refused by the API, beside its field. */
const numberIn = (typed: string): number =>
  Number(typed.replace(/[۰-۹]/g, (digit) => String('۰۱۲۳۴۵۶۷۸۹'.indexOf(digit))));
