import { ROLES } from '../../../../domain/user.ts';
import { Field, Select } from '../../../kit/field.tsx';
import { useConsole } from '../../console.ts';
import { useAdminWords } from '../admin.ts';
import type { Kind } from './entries.ts';
import { choicesOf, type Directory } from './use-directory.ts';

type ListFiltersProps = {
  readonly kind: Kind;
  readonly directory: Directory;
  readonly query: Readonly<Record<string, string>>;
  readonly change: (changes: Readonly<Record<string, string>>) => void;
};

/** What is looked for in a list; it holds as it is typed. */
export function ListFilters({ kind, directory, query, change }: ListFiltersProps) {
  const console = useConsole();
  const { filters, choices } = useAdminWords();
  const hasUnit = kind !== 'units' && kind !== 'topics';
  return (
    <search class="filters">
      <div onInput={({ target }) => target instanceof HTMLInputElement && change({ q: target.value.trim() })}>
        <Field name="q" label={filters.q} value={query.q} />
      </div>
      {hasUnit && (
        <Select
          name="unit"
          label={filters.unit}
          value={query.unit}
          none={filters.all}
          onChoose={(unit) => change({ unit })}
          choices={choicesOf(directory.units, ({ name }) => name, console)}
        />
      )}
      {kind === 'users' && (
        <Select
          name="role"
          label={filters.role}
          value={query.role}
          none={filters.all}
          onChoose={(role) => change({ role })}
          choices={ROLES.map((role) => ({ value: role, label: choices.roles[role] }))}
        />
      )}
      <label class="choice">
        <input
          type="checkbox"
          name="ended"
          defaultChecked={query.ended !== undefined}
          onChange={({ currentTarget: { checked } }) => change({ ended: checked ? 'yes' : '' })}
        />
        <span class="choice-label">{filters.ended}</span>
      </label>
    </search>
  );
}
