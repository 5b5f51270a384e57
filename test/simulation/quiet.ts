/** The product logs each fault that it meets: here they are made on purpose, and by the thousand. Imported before the product. */
process.env.POWERTOOLS_LOG_LEVEL ??= 'SILENT';
/** Nor does anybody read where each of them happened, which costs more than all that leads to it. `SIMULATION_STACKS=1` shows it. */
if (process.env.SIMULATION_STACKS === undefined) Error.stackTraceLimit = 0;
