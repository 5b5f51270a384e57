import type { Answered } from '../../../api/client.ts';

/** The API names fields by their place in what was sent, `overrides.ladder`; the form knows only what stands below the first name. */
export const below = async <Value>(name: string, asked: Promise<Answered<Value>>): Promise<Answered<Value>> => {
  const answered = await asked;
  if (answered.agreed || !answered.problem.fields) return answered;
  const prefix = `${name}.`;
  const fields = answered.problem.fields.map(({ path, ...said }) => ({
    ...said,
    path: path.startsWith(prefix) ? path.slice(prefix.length) : path,
  }));
  return { agreed: false, problem: { ...answered.problem, fields } };
};
