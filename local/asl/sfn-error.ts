/** An error of the Step Functions API, under AWS's name for it. */
export class SfnError extends Error {
  constructor(name: string, message: string) {
    super(message);
    this.name = name;
  }
}
