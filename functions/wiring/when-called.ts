type Handler<Args extends readonly unknown[], Result> = (...args: Args) => Promise<Result>;

/** Builds a handler at its first call and keeps it. What could not be built, for want of a secret, is tried again. */
export const whenCalled = <Args extends readonly unknown[], Result>(
  build: () => Promise<Handler<Args, Result>>,
): Handler<Args, Result> => {
  let ready: Promise<Handler<Args, Result>> | undefined;
  return async (...args) => {
    ready ??= build();
    try {
      return (await ready)(...args);
    } catch (fault) {
      ready = undefined;
      throw fault;
    }
  };
};
