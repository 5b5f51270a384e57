import { MADE_BY_HAND } from '../../../domain/request.ts';
import { Choices } from '../../kit/choices.tsx';
import { Field, TextArea } from '../../kit/field.tsx';
import { Form, textOf } from '../../kit/form.tsx';
import { Card } from '../../kit/lists.tsx';
import { useConsole } from '../console.ts';
import { findByCode } from './find-by-code.ts';
import { useCase } from './open-case.ts';

/** Other requests that have to do with this one; each leads to its own history. */
export function RequestLinks() {
  const { words, base } = useConsole();
  const { links: say } = words.after;
  const { request, permissions } = useCase();
  const mayLink = permissions.includes('correct');
  if (request.links.length === 0 && !mayLink) return null;
  return (
    <Card title={say.title}>
      {request.links.length === 0 && <p class="hint">{say.none}</p>}
      {request.links.map(({ kind, request: other, incoming }) => (
        <div key={`${kind}-${other}`}>
          <p>
            {(incoming ? say.incoming : say.kinds)[kind]} · <a href={`${base}/cases/${other}`}>{say.see}</a>
          </p>
          {mayLink && MADE_BY_HAND.some((made) => made === kind) && <Unlink other={other} />}
        </div>
      ))}
      {mayLink && (
        <>
          <details>
            <summary>{say.make}</summary>
            <LinkForm />
          </details>
          <details>
            <summary>{say.merge}</summary>
            <MergeForm />
          </details>
        </>
      )}
    </Card>
  );
}

function LinkForm() {
  const { words, call } = useConsole();
  const { links: say } = words.after;
  const { request, again } = useCase();
  const send = async (data: FormData) => {
    const other = await findByCode(call, { code: textOf(data, 'to'), field: 'to', unknown: say.unknown });
    if (!other.agreed) return other;
    const kind = MADE_BY_HAND.find((one) => one === textOf(data, 'kind')) ?? 'same-matter';
    return call('link-requests', {
      params: { id: request.id },
      body: { kind, to: other.value.id, reason: textOf(data, 'reason') },
    });
  };
  return (
    <Form send={send} done={again} label={say.make}>
      <Choices
        name="kind"
        legend={say.kind}
        value="same-matter"
        items={MADE_BY_HAND.map((kind) => ({ value: kind, label: say.kinds[kind] }))}
      />
      <Field name="to" label={say.to} direction="ltr" size={14} />
      <TextArea name="reason" label={say.reason} most={1000} rows={2} />
    </Form>
  );
}

function MergeForm() {
  const { words, call } = useConsole();
  const { links: say } = words.after;
  const { request, again } = useCase();
  const send = async (data: FormData) => {
    const code = textOf(data, 'duplicate');
    const other = await findByCode(call, { code, field: 'duplicate', unknown: say.unknown });
    if (!other.agreed) return other;
    return call('merge-requests', {
      params: { id: request.id },
      body: { duplicate: other.value.id, reason: textOf(data, 'reason') },
    });
  };
  return (
    <Form send={send} done={again} label={say.merge} kind="danger">
      <p class="hint">{say.mergeHint}</p>
      <Field name="duplicate" label={say.duplicate} direction="ltr" size={14} />
      <TextArea name="reason" label={say.reason} most={1000} rows={2} />
    </Form>
  );
}

/** A link that was made by hand can be taken back. */
function Unlink({ other }: { other: string }) {
  const { words, call } = useConsole();
  const { links: say } = words.after;
  const { request, again } = useCase();
  return (
    <details>
      <summary>{say.unlink}</summary>
      <Form
        send={(data) =>
          call('unlink-requests', { params: { id: request.id, other }, body: { reason: textOf(data, 'reason') } })
        }
        done={again}
        label={say.unlink}
        kind="quiet"
      >
        <TextArea name="reason" label={say.reason} most={1000} rows={2} />
      </Form>
    </details>
  );
}
