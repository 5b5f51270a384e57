import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Answered } from '../../api/client.ts';
import { Button } from '../../kit/button.tsx';
import { Form } from '../../kit/form.tsx';
import { useConsole } from '../console.ts';

type PreviewedActProps<Wish, Seen, Value> = {
  /** The fields of the wish. */
  readonly fields: ComponentChildren;
  readonly preview: (data: FormData) => Promise<Answered<{ readonly wish: Wish; readonly seen: Seen }>>;
  /** What was seen of the wish, before it is done. */
  readonly shown: (seen: Seen) => ComponentChildren;
  readonly act: (wish: Wish, seen: Seen) => Promise<Answered<Value>>;
  readonly done: (value: Value) => void;
  readonly labels: { readonly preview: string; readonly act: string; readonly back: string };
  readonly kind?: 'main' | 'danger';
};

/** An act in two steps: what is wished, then who is affected; only then can it be done. What was typed stays on the way back. */
export function PreviewedAct<Wish, Seen, Value>(props: PreviewedActProps<Wish, Seen, Value>) {
  const { fields, preview, shown, act, done, labels, kind = 'main' } = props;
  const [previewed, setPreviewed] = useState<{ readonly wish: Wish; readonly seen: Seen }>();
  return (
    <>
      <div {...(previewed && { hidden: true })}>
        <Form send={preview} done={setPreviewed} label={labels.preview} kind="quiet">
          {fields}
        </Form>
      </div>
      {previewed && (
        <Seen>
          {shown(previewed.seen)}
          <Form
            send={() => act(previewed.wish, previewed.seen)}
            done={(value) => {
              setPreviewed(undefined);
              done(value);
            }}
            label={labels.act}
            kind={kind}
          />
          <p>
            <Button kind="quiet" onClick={() => setPreviewed(undefined)}>
              {labels.back}
            </Button>
          </p>
        </Seen>
      )}
    </>
  );
}

/** What has come takes the focus, so that it is read. */
function Seen({ children }: { children: ComponentChildren }) {
  const { words } = useConsole();
  const part = useRef<HTMLElement>(null);
  useEffect(() => part.current?.focus(), []);
  return (
    <section class="focus-quietly" ref={part} tabIndex={-1} aria-label={words.turns.change.preview}>
      {children}
    </section>
  );
}
