import * as z from 'zod/mini';
import { Ticket } from '../../domain/ticket.ts';
import { PassDeadlineEnv, parseEnv } from '../env.ts';
import { answer } from '../tasks/pass-deadline.ts';
import { passDeadlineNeeds } from '../wiring/pass-deadline-needs.ts';

const needs = passDeadlineNeeds(parseEnv(PassDeadlineEnv));

export const handler = (ticket: unknown): Promise<Ticket> => answer(z.parse(Ticket, ticket), needs);
