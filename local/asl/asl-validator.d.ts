declare module 'asl-validator' {
  type Problem = { 'Error code': string; Message: string };
  /** Writes QueryLanguage into the definition it is given. */
  export default function validate(definition: object): { isValid: boolean; errors: Problem[] };
}
