import * as z from 'zod/mini';
import { normalise } from '../domain/text.ts';

/** Characters that no keyboard writes and no page shows; line breaks and tabs are spaces and stay. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out.
const CONTROLS = /[\u0000-\u0008\u000e-\u001f\u007f]/g;

/** Words as somebody typed them, put into one spelling before they are measured. */
export const wording = (shortest: number, longest: number) =>
  z.string().check(
    z.overwrite((text) => normalise(text.toWellFormed().replace(CONTROLS, ''))),
    z.minLength(shortest),
    z.maxLength(longest),
  );

/** A name of a person or a body. */
export const Name = wording(2, 120);

/** A number, code or address as typed: read by the domain, in any digits and case. */
export const Typed = z.string().check(z.minLength(1), z.maxLength(254));
