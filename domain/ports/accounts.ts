/** The sign-in accounts of the staff. */
export type Accounts = {
  /** Creates the account if it is missing, and sees that it may sign in. */
  open(username: string, email: string | undefined): Promise<void>;
  close(username: string): Promise<void>;
};
