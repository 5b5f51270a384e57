import type { SimulatedPorts } from './office.ts';

/** A fault planted into the product, and the ports that stand in for the right ones. */
export type Plant = { readonly says: string; readonly instead: (ports: SimulatedPorts) => Partial<SimulatedPorts> };
export const PLANTS: Readonly<Record<string, Plant>> = {};
