/** Where pictures of scans are made. It is asked to begin now; what it does not hear it finds by itself within a minute. */
export type Darkroom = { develop(city: string, scan: string): Promise<void> };
