import { CALLS } from '../matrix/calls.ts';
import type { SimulatedPorts } from '../simulation/ports.ts';
import type { Around } from './machine.ts';

/** The same port, each of its calls passing by `around` under its name. */
export const wired = <Port extends object>(
  name: string,
  port: Port,
  around: Around,
  goesOut: (method: string) => boolean = () => true,
): Port =>
  new Proxy(port, {
    get: (target, method) => {
      const value: unknown = Reflect.get(target, method);
      if (typeof value !== 'function' || typeof method !== 'string') return value;
      if (!goesOut(method)) return value.bind(target);
      return (...args: unknown[]) => around(`${name}.${method}`, async () => Reflect.apply(value, target, args));
    },
  });

/** Every port of the office, as far as its calls go over a wire. The duty's requests are requests, too. */
export const wiredAll = (ports: SimulatedPorts, around: Around): SimulatedPorts => {
  const all = Object.entries(CALLS).flatMap(([name, methods]) => {
    const port: unknown = Reflect.get(ports, name);
    const kinds = new Map<string, string>(Object.entries(methods));
    const goesOut = (method: string) => !['here', 'composed', undefined].includes(kinds.get(method));
    return typeof port === 'object' && port !== null ? [[name, wired(name, port, around, goesOut)]] : [];
  });
  const dutyRequests = wired('requests', ports.dutyRequests, around);
  return { ...ports, ...Object.fromEntries(all), dutyRequests };
};
