import { useState } from 'preact/hooks';
import type { Answered } from '../../api/client.ts';
import { Form } from '../../kit/form.tsx';
import { useConsole } from '../console.ts';
import { useAdminWords } from './admin.ts';
import { readFields } from './fields/read-fields.ts';
import type { Spec } from './fields/spec.ts';
import { SpecFields } from './fields/spec-fields.tsx';
import { SaidDone } from './said-done.tsx';

type GroupFormProps<Kept> = {
  readonly title: string;
  readonly specs: readonly Spec[];
  readonly value: unknown;
  /** Keeps what the fields of this group say. */
  readonly keep: (said: Record<string, unknown>) => Promise<Answered<Kept>>;
  readonly kept: (now: Kept) => void;
  /** What is said once it is kept. */
  readonly done: string;
  readonly isOpen?: boolean;
};

/** One group of many settings, folded away until it is wanted, and kept by itself. */
export function GroupForm<Kept>({ title, specs, value, keep, kept, done, isOpen = false }: GroupFormProps<Kept>) {
  const { city } = useConsole();
  const { save, faults } = useAdminWords();
  const [times, setTimes] = useState(0);
  const ready = (now: Kept) => {
    setTimes(times + 1);
    kept(now);
  };
  return (
    <details class="group" open={isOpen}>
      <summary>{title}</summary>
      {times > 0 && <SaidDone key={times}>{done}</SaidDone>}
      <Form send={(data) => keep(readFields(specs, data, city.locales))} done={ready} label={save} labels={faults}>
        <div class="fields">
          <SpecFields specs={specs} value={value} />
        </div>
      </Form>
    </details>
  );
}
