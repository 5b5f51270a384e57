/** What somebody is going to read anyway is read together with what they read first. */
export type Foresight = {
  /** While `act` runs: it decides on this request, perhaps giving it this slot. Each is told once as it was read so. */
  deciding<Value>(
    about: { readonly city: string; readonly request: string; readonly slot?: string | undefined },
    act: () => Promise<Value>,
  ): Promise<Value>;
};
