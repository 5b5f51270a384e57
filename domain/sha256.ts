/** SHA-256 of a text, in hexadecimal. */
export type Sha256 = (text: string) => string;
