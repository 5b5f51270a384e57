import { toPersianDigits } from '../../domain/say-time.ts';
import { toAsciiDigits } from '../../domain/text.ts';
import { Field } from '../kit/field.tsx';
import { optionalText } from '../kit/form.tsx';
import { useSpeech } from '../kit/speech.ts';

type ShortFieldProps = {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly optional?: boolean;
};

/** Figures that stand in a text, such as `09:00`, as the reader writes them. */
export const useFigures = (): ((text: string) => string) => {
  const { language } = useSpeech();
  return language === 'fa' ? toPersianDigits : (text) => text;
};

/** A time of the clock, such as `09:00`; `clockTime` reads it. */
export function ClockField({ value = '', ...field }: ShortFieldProps & { readonly value?: string }) {
  const figures = useFigures();
  return <Field {...field} value={figures(value)} direction="ltr" size={6} />;
}

/** A whole number; `amountIn` reads it. */
export function AmountField({ value, ...field }: ShortFieldProps & { readonly value?: number | undefined }) {
  const figures = useFigures();
  return <Field {...field} value={figures(String(value ?? ''))} direction="ltr" inputMode="numeric" size={4} />;
}

/** The number in a form's field, in whichever digits; undefined where nothing was written. */
export const amountIn = (data: FormData, name: string): number | undefined => {
  const typed = optionalText(data, name);
  return typed === undefined ? undefined : Number(toAsciiDigits(typed));
};
