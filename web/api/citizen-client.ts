import { routes } from 'virtual:routes/citizen';
import type { CITIZEN_OPERATIONS } from '../../contract/citizen/operations.ts';
import { type Client, createClient, type Settings } from './client.ts';

type CitizenOperation = (typeof CITIZEN_OPERATIONS)[number];
export type CitizenClient = Client<CitizenOperation>;

export const citizenClient = (settings: Settings): CitizenClient => createClient<CitizenOperation>(routes, settings);
