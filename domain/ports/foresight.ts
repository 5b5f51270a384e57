/** What somebody is going to read anyway is read together with what they read first. */
export type Foresight = {
  /**
   * While `act` runs: it decides on this request, and reads the request itself, what is published of it, and perhaps the slot
   * that it gives. Each is told once as it was read so.
   */
  deciding<Value>(
    about: {
      readonly city: string;
      readonly request: string;
      readonly slot?: string | undefined;
      readonly reads: readonly ('request' | 'published')[];
    },
    act: () => Promise<Value>,
  ): Promise<Value>;
};
