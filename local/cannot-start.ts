/** Something that a person must see to before the program can start; the message says what, and needs no stack. */
export class CannotStart extends Error {}
