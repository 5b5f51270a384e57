import type { SFNClient } from '@aws-sdk/client-sfn';
import { ExecutionAlreadyExists } from '@aws-sdk/client-sfn';
import { StepFunctionsWaits } from '../../adapters/step-functions/step-functions-waits.ts';
import type { Waits } from '../../domain/ports/workflow.ts';
import type { Request } from '../../domain/request.ts';
import { keyOf } from '../support/memory/memory-house.ts';
import {
  asFree,
  asFreeWhileHeld,
  type Behind,
  but,
  changing,
  confirmingBlindly,
  showing,
  writing,
} from './plant-ports.ts';
import type { SimulatedPorts } from './ports.ts';

/** A fault planted into the product: ports that stand in for the right ones, or another text of the definition. */
export type Plant = {
  readonly says: string;
  readonly instead?: (ports: SimulatedPorts, behind: Behind) => Partial<SimulatedPorts>;
  readonly definition?: (text: string) => string;
};

export const PLANTS: Readonly<Record<string, Plant>> = {
  'check-then-act-booking': {
    says: 'A slot that a page showed as free is given, whoever has it by now.',
    instead: (ports, { house }) => ({
      slots: showing(ports, house, asFree),
      ...confirmingBlindly(ports, house),
    }),
  },
  'both-pending-confirmed': {
    says: 'A slot is held for two at once, nobody is let go, and both are told that it is theirs.',
    instead: (ports, { house }) => ({
      slots: but(showing(ports, house, asFree), { release: async () => {} }),
      ...confirmingBlindly(ports, house),
    }),
  },
  'lease-stall': {
    says: 'A hold counts as over while its holder still acts, and the holder is not told.',
    instead: (ports, { house }) => ({
      slots: showing(ports, house, asFreeWhileHeld),
      ...confirmingBlindly(ports, house),
    }),
  },
  'slot-not-released': {
    says: 'A turn that was moved or cancelled keeps its slot.',
    instead: (ports) =>
      changing(ports, (change) => ({ ...change, slots: change.slots.filter(({ act }) => act !== 'release') })),
  },
  'version-not-checked': {
    says: 'A decision is written over another one that came between.',
    instead: (ports, { house }) =>
      changing(ports, (change) => {
        const stored = house.cases.get(keyOf(change.after.city, change.after.id))?.request;
        return stored ? { ...change, before: { ...change.before, version: stored.version } } : change;
      }),
  },
  'lost-wake-up': {
    says: 'Nobody wakes the execution, and the sweeper takes each wait for one in step.',
    instead: (ports) => ({
      workflow: but(ports.workflow, { start: async () => {}, wake: async () => {} }),
      waits: but<Waits>(ports.waits, { revive: async () => 'in-step' }),
    }),
  },
  'sweeper-asleep': {
    says: 'What is lost between a write and its wake is never looked for.',
    instead: (ports) => ({ waits: but<Waits>(ports.waits, { overdue: async () => [] }) }),
  },
  'already-exists-taken-for-running': {
    says: 'An execution whose name was used up counts as one that runs.',
    instead: (_ports, { waitTable, sfn, stateMachineArn }) => {
      const send = (command: never) =>
        (sfn.send(command) as Promise<unknown>).catch((fault: unknown) => {
          if (fault instanceof ExecutionAlreadyExists) return {};
          throw fault;
        });
      const credulous = { send } as unknown as SFNClient;
      return { waits: new StepFunctionsWaits(waitTable.asCityTable(), { sfn: credulous, stateMachineArn }) };
    },
  },
  'timer-early': {
    says: 'The machine takes a second for less than one.',
    definition: (text) => text.replaceAll('/ 1000)', '/ 1100)'),
  },
  'token-without-condition': {
    says: 'The machine leaves its token wherever the request stands by now.',
    definition: (text) => text.replaceAll('#run = :run AND #version = :version AND #step = :step', '#run = :run'),
  },
  'reminder-after-move': {
    says: 'A letter goes out without asking whether it is still true.',
    instead: (ports) => ({
      letters: but(ports.letters, {
        due: async (city, at, limit) =>
          (await ports.letters.due(city, at, limit)).map((letter) => ({ ...letter, validWhile: {} })),
      }),
    }),
  },
  'letter-doubled': {
    says: 'Nobody notes that a letter was sent.',
    instead: (ports) => ({ letters: but(ports.letters, { settle: async () => {} }) }),
  },
  'ledger-line-dropped': {
    says: 'Now and then a turn leaves no line in the ledger.',
    instead: (ports, { house }) =>
      writing(ports, (requests) => ({
        replace: async (change) => {
          const written = await requests.replace(change);
          const ledger = house.ledgers.get(keyOf(change.after.city, change.after.official));
          if (ledger && change.after.version % 3 === 0) {
            const { city, official } = change.after;
            house.ledgers.set(keyOf(city, official), { ...ledger, waiting: ledger.waiting.slice(0, -1) });
          }
          return written;
        },
      })),
  },
  'ledger-rewritten': {
    says: 'Somebody changes a line that is in the chain already.',
    instead: (ports, { house }) => ({
      ledger: but(ports.ledger, {
        append: async (post, head, lines) => {
          const appended = await ports.ledger.append(post, head, lines);
          const kept = house.ledgers.get(keyOf(post.city, post.official));
          const [first, ...rest] = kept?.lines ?? [];
          if (kept && first) {
            const lines = [{ ...first, by: 'staff' as const, code: '•••AAA' }, ...rest];
            house.ledgers.set(keyOf(post.city, post.official), { ...kept, lines });
          }
          return appended;
        },
      }),
    }),
  },
  'order-forgotten-at-closing': {
    says: 'A request closes when its first order is settled.',
    instead: (ports) =>
      changing(ports, (change) => {
        const { after } = change;
        if (after.status !== 'in-follow-up' || after.orders.every(({ status }) => status === 'open')) return change;
        const closed = { status: 'closed', step: 'closed', closedAt: after.metAt, reason: 'resolved' } as const;
        return { ...change, after: { ...after, ...closed } satisfies Request };
      }),
  },
  'held-by-nobody': {
    says: 'Whoever passes a matter on forgets to say to whom and until when.',
    instead: (ports) =>
      changing(ports, (change) =>
        change.after.status === 'waiting' ? { ...change, after: { ...change.after, until: '' } } : change,
      ),
  },
};
