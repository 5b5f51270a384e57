/** Numbers for texts, so that a state is a handful of numbers and is compared as such, exactly. */
export class Texts {
  readonly #ids = new Map<string, number>();
  readonly #texts: string[] = [];

  idOf(text: string): number {
    const known = this.#ids.get(text);
    if (known !== undefined) return known;
    this.#ids.set(text, this.#texts.length);
    return this.#texts.push(text) - 1;
  }

  textOf(id: number): string {
    const text = this.#texts[id];
    if (text === undefined) throw new Error(`There is no text ${id}`);
    return text;
  }

  get size(): number {
    return this.#texts.length;
  }
}

/** Asks once for each question; what was found out is kept. */
export class Memory<Value> {
  readonly #known = new Map<string, Value>();

  async get(question: string, find: () => Promise<Value>): Promise<Value> {
    const known = this.#known.get(question);
    if (known !== undefined) return known;
    const found = await find();
    this.#known.set(question, found);
    return found;
  }

  /** What is known already; a promise costs more than a look. */
  peek(question: string): Value | undefined {
    return this.#known.get(question);
  }
}
