import { isJsonObject, type Json, type JsonObject } from './json.ts';

/** A state of a definition that may be wrong in any way. */
export type LooseState = {
  /** Where it stands, such as `States/Choose/Branches/0/States/Wait`. */
  path: string;
  name: string;
  state: JsonObject;
  isJsonata: boolean;
};

export type LooseMachine = {
  path: string;
  machine: JsonObject;
  states: LooseState[];
  language: string;
};

export const textOf = (value: Json | undefined) => (typeof value === 'string' ? value : undefined);

export const objectsIn = (value: Json | undefined): JsonObject[] =>
  Array.isArray(value) ? value.filter(isJsonObject) : [];

export function looseMachine(machine: JsonObject, path = '', inherited = 'JSONPath'): LooseMachine {
  const language = textOf(machine.QueryLanguage) ?? inherited;
  const states = isJsonObject(machine.States) ? Object.entries(machine.States) : [];
  return {
    path,
    machine,
    language,
    states: states.flatMap(([name, state]) =>
      isJsonObject(state)
        ? {
            path: `${path}States/${name}`,
            name,
            state,
            isJsonata: (textOf(state.QueryLanguage) ?? language) === 'JSONata',
          }
        : [],
    ),
  };
}

/** The machines inside a state; their states speak the language of the outermost machine unless they say otherwise. */
export function machinesInside({ path, state }: LooseState, language: string): LooseMachine[] {
  const branches = objectsIn(state.Branches).map((branch, index) =>
    looseMachine(branch, `${path}/Branches/${index}/`, language),
  );
  const processor = isJsonObject(state.ItemProcessor)
    ? [looseMachine(state.ItemProcessor, `${path}/ItemProcessor/`, language)]
    : [];
  return [...branches, ...processor];
}

/** One way out of a state, with what it assigns. */
export type LooseArrow = { path: string; fields: JsonObject; offers: 'result' | 'errorOutput' | undefined };

const WITH_RESULT = ['Task', 'Map', 'Parallel'];

/** The state's own way on, its Catchers and its Choice rules. */
export function arrowsOf({ path, state }: LooseState): LooseArrow[] {
  const own = { ...state, Next: state.Next ?? state.Default ?? null };
  const rules = (field: 'Catch' | 'Choices', offers: LooseArrow['offers']) =>
    objectsIn(state[field]).map((fields, index): LooseArrow => ({ path: `${path}/${field}/${index}`, fields, offers }));
  return [
    { path, fields: own, offers: WITH_RESULT.includes(textOf(state.Type) ?? '') ? 'result' : undefined },
    ...rules('Catch', 'errorOutput'),
    ...rules('Choices', undefined),
  ];
}
