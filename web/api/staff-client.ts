import { routes } from 'virtual:routes/staff';
import type { STAFF_OPERATIONS } from '../../contract/staff/operations.ts';
import { type Client, createClient, type Settings } from './client.ts';

type StaffOperation = (typeof STAFF_OPERATIONS)[number];
export type StaffClient = Client<StaffOperation>;

export const staffClient = (settings: Settings): StaffClient => createClient<StaffOperation>(routes, settings);
