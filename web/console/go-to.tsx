import { useEffect, useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { Button } from '../kit/button.tsx';
import { Ltr } from '../kit/lists.tsx';
import { navigate } from '../kit/router.ts';
import { findByCode } from './case/find-by-code.ts';
import { useConsole } from './console.ts';

type GoToProps = { readonly pages: readonly { readonly href: string; readonly name: string }[] };

const CODE = /\d/;
const OTHER_KEYS = [
  ['board', '↑ ↓ Enter Esc'],
  ['box', '← ↑ ↓ → Shift Delete'],
] as const;

/** Ctrl+K, wherever one is: to a case by its code, to a page by its name; and what other keys do. */
export function GoTo({ pages }: GoToProps) {
  const { words, base, call, me } = useConsole();
  const { goTo } = words;
  const dialog = useRef<HTMLDialogElement>(null);
  const field = useRef<HTMLInputElement>(null);
  const id = useId();
  const [isOpen, setOpen] = useState(false);
  const [typed, type] = useState('');
  const [problem, setProblem] = useState('');
  const mayFind = me.permissions.includes('find-case');
  const fitting = pages.filter(({ name }) => name.toLocaleLowerCase().includes(typed.trim().toLocaleLowerCase()));

  const open = () => {
    type('');
    setProblem('');
    setOpen(true);
  };
  // Before the next key arrives: whoever knows the code types on at once.
  useLayoutEffect(() => {
    if (!isOpen) return;
    dialog.current?.showModal();
    field.current?.focus();
  }, [isOpen]);
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      // The place of the key, not its letter: on a Persian keyboard it writes another one.
      if (event.code !== 'KeyK' || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return;
      event.preventDefault();
      open();
    };
    addEventListener('keydown', onKeyDown);
    return () => removeEventListener('keydown', onKeyDown);
  }, []);

  const go = (href: string) => {
    dialog.current?.close();
    navigate(href);
  };
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    const [page] = fitting;
    if (page && typed.trim() !== '') return go(page.href);
    if (!mayFind || !typed.trim()) return setProblem(goTo.nothing);
    const found = await findByCode(call, { code: typed, field: 'code', unknown: goTo.nothing });
    if (found.agreed) go(`${base}/cases/${found.value.id}`);
    else setProblem(found.problem.fields?.[0]?.message ?? found.problem.title);
  };

  return (
    <>
      <button type="button" class="button button-quiet go-to" aria-keyshortcuts="Control+K Meta+K" onClick={open}>
        {goTo.open} <kbd dir="ltr">Ctrl K</kbd>
      </button>
      {isOpen && (
        <dialog ref={dialog} aria-labelledby={`${id}-title`} class="card" onClose={() => setOpen(false)}>
          <h2 id={`${id}-title`}>{goTo.title}</h2>
          <form onSubmit={submit} noValidate>
            <p class="field">
              <label for={id}>{mayFind ? goTo.codeOrPage : goTo.page}</label>
              <input
                id={id}
                ref={field}
                type="text"
                dir="auto"
                autocomplete="off"
                value={typed}
                onInput={({ currentTarget: { value } }) => {
                  type(value);
                  setProblem('');
                }}
              />
            </p>
            <p class="message" role="status">
              {problem}
            </p>
            {!CODE.test(typed) && (
              <ul class="rows">
                {fitting.map(({ href, name }) => (
                  <li key={href}>
                    <a href={href} onClick={() => dialog.current?.close()}>
                      {name}
                    </a>
                  </li>
                ))}
              </ul>
            )}
            <p class="actions">
              <Button type="submit">{goTo.go}</Button>
              <Button kind="quiet" onClick={() => dialog.current?.close()}>
                {goTo.close}
              </Button>
            </p>
          </form>
          <h3>{goTo.keys}</h3>
          <ul class="hint">
            {OTHER_KEYS.map(([what, keys]) => (
              <li key={what}>
                {goTo.keysOf[what]}: <Ltr>{keys}</Ltr>
              </li>
            ))}
          </ul>
        </dialog>
      )}
    </>
  );
}
