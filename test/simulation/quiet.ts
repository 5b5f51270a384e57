/** The product logs each fault that it meets: here they are made on purpose, and by the thousand. Imported before the product. */
process.env.POWERTOOLS_LOG_LEVEL ??= 'SILENT';
