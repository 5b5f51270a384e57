type Held = { readonly id: string; readonly venue: { readonly name: string; readonly address?: string | undefined } };

/** Where a turn will be: the venue's name and, where there is one, its address. */
export const placeOf = (sessions: readonly Held[], session: string): string => {
  const venue = sessions.find(({ id }) => id === session)?.venue;
  return [venue?.name, venue?.address].filter((part) => part !== undefined).join(' · ');
};
