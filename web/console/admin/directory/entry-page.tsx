import { say } from '../../../../domain/local-text.ts';
import { Field } from '../../../kit/field.tsx';
import { Form, textOf } from '../../../kit/form.tsx';
import { PageTitle } from '../../../kit/layout.tsx';
import { Ltr } from '../../../kit/lists.tsx';
import { Notice } from '../../../kit/notice.tsx';
import { navigate } from '../../../kit/router.ts';
import { useSpeech } from '../../../kit/speech.ts';
import { Empty } from '../../../kit/states.tsx';
import { Loaded } from '../../../kit/use-answer.tsx';
import { type Console, useConsole } from '../../console.ts';
import { useAdminWords } from '../admin.ts';
import { readFields } from '../fields/read-fields.ts';
import { SpecFields } from '../fields/spec-fields.tsx';
import { EndForm } from './end-form.tsx';
import { type Entry, idOf, type Kind, putEntry } from './entries.ts';
import { specsOf } from './specs-of.ts';
import { type Directory, useDirectory } from './use-directory.ts';

type EntryPageProps = {
  readonly kind: Kind;
  /** Absent for one that is yet to be. */
  readonly id?: string;
};

/** One entry of the directory: all that can be said of it, and its end. */
export function EntryPage({ kind, id }: EntryPageProps) {
  const { base } = useConsole();
  const words = useAdminWords();
  const asked = useDirectory(kind);
  const back = <a href={`${base}/admin/${kind}`}>{words.sections[kind].title}</a>;
  return (
    <Loaded from={asked}>
      {(directory) => {
        const entry = directory.own.find((one) => idOf(one) === id);
        if (id !== undefined && !entry) return <Empty action={back}>{words.nothingFits}</Empty>;
        return <OneEntry {...{ kind, entry, directory, back }} />;
      }}
    </Loaded>
  );
}

type OneEntryProps = {
  readonly kind: Kind;
  readonly entry: Entry | undefined;
  readonly directory: Directory;
  readonly back: preact.JSX.Element;
};

function OneEntry({ kind, entry, directory, back }: OneEntryProps) {
  const console = useConsole();
  const { base, call, city } = console;
  const words = useAdminWords();
  const { date } = useSpeech();
  const specs = specsOf(kind, { directory, words, console });
  const send = (data: FormData) =>
    putEntry(call, kind, entry ? idOf(entry) : textOf(data, 'id'), readFields(specs, data, city.locales));
  const toList = (name: string) => navigate(`${base}/admin/${kind}?${new URLSearchParams({ kept: name })}`);
  return (
    <>
      <PageTitle title={entry ? nameOf(entry, console) : words.add[kind]} back={back} />
      {entry?.endsOn && (
        <Notice kind="warning">
          <p>
            {words.endedOn(date(entry.endsOn))}. {words.goesOn}
          </p>
        </Notice>
      )}
      <Form send={send} done={(kept) => toList(nameOf(kept, console))} label={words.save} labels={words.faults}>
        {entry ? (
          <p class="hint">
            {words.ids[kind]}: <Ltr>{idOf(entry)}</Ltr>
          </p>
        ) : (
          <Field name="id" label={words.ids[kind]} hint={words.idHint} direction="ltr" size={24} />
        )}
        <SpecFields specs={specs} value={entry} />
      </Form>
      {entry && !entry.endsOn && (
        <EndForm {...{ kind, id: idOf(entry), ended: () => toList(nameOf(entry, console)) }} />
      )}
    </>
  );
}

const nameOf = (entry: Entry, { language, city }: Console): string => {
  if ('displayName' in entry) return entry.displayName;
  if ('clientId' in entry) return entry.clientId;
  return say('title' in entry ? entry.title : entry.name, language, city.locales[0]);
};
