/**
 * Posts a file straight to the bucket with the form that the API gave; the API never carries the bytes.
 * @returns whether the bucket has taken it
 */
export const postFile = async (
  file: File,
  form: { readonly url: string; readonly fields: Readonly<Record<string, string>> },
): Promise<boolean> => {
  const body = new FormData();
  for (const [name, value] of Object.entries(form.fields)) body.append(name, value);
  // The bucket ignores every field behind the file.
  body.append('file', file);
  try {
    return (await fetch(form.url, { method: 'POST', body })).ok;
  } catch {
    return false;
  }
};
