/** A page of a listing: what was found, and where to go on. */
export type Page<Item> = { readonly items: readonly Item[]; readonly next?: string };
