import { useState } from 'preact/hooks';
import type { Problem } from '../../contract/problem.ts';
import type { RequestView } from '../../contract/request-view.ts';
import { Choices } from '../kit/choices.tsx';
import { Field } from '../kit/field.tsx';
import { Form, textOf } from '../kit/form.tsx';
import { PageTitle } from '../kit/layout.tsx';
import { Card } from '../kit/lists.tsx';
import { useConsole } from './console.ts';
import { RequestTable } from './desk/request-table.tsx';

/** Finds cases by one thing. What is looked for names a person, so it never stands in an address. */
export function FindPage() {
  const { words, call } = useConsole();
  const [found, setFound] = useState<readonly RequestView[]>();
  const find = async (data: FormData) => {
    const answered = await call('find-cases', { body: wanted(textOf(data, 'by'), textOf(data, 'what')) });
    return answered.agreed ? answered : { ...answered, problem: ofOneField(answered.problem) };
  };
  return (
    <>
      <PageTitle title={words.find.title} />
      <Card>
        <Form send={find} done={({ items }) => setFound(items)} label={words.find.find}>
          <Choices
            name="by"
            legend={words.find.by}
            value="code"
            beside
            items={Object.entries(words.find.kinds).map(([value, label]) => ({ value, label }))}
          />
          <Field name="what" label={words.find.what} />
        </Form>
      </Card>
      <div role="status">
        {found && (found.length === 0 ? words.find.none : <RequestTable caption={words.find.title} requests={found} />)}
      </div>
    </>
  );
}

/** There is one field to write in, whatever the API calls what was written. */
const ofOneField = (problem: Problem): Problem => ({
  ...problem,
  ...(problem.fields && { fields: problem.fields.map((field) => ({ ...field, path: 'what' })) }),
});

const wanted = (by: string, what: string) => {
  switch (by) {
    case 'mobile':
      return { by, mobile: what } as const;
    case 'identity':
      return { by, identity: what } as const;
    case 'name':
      return { by, name: what } as const;
    default:
      return { by: 'code', code: what } as const;
  }
};
