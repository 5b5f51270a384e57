/** A refusal in the words of DynamoDB: `type` is the exception's name, `details` join the message in the answer's body. */
export class TableError extends Error {
  readonly type: string;
  readonly details: Record<string, unknown>;

  constructor(type: string, message: string, details: Record<string, unknown> = {}) {
    super(message);
    this.name = type;
    this.type = type;
    this.details = details;
  }

  /** The JSON body that the SDK turns back into its exception class. */
  toBody(): Record<string, unknown> {
    return { __type: `com.amazonaws.dynamodb.v20120810#${this.type}`, message: this.message, ...this.details };
  }
}

export const invalid = (message: string): TableError => new TableError('ValidationException', message);

export const unreadable = (message: string): TableError => new TableError('SerializationException', message);

export const notFound = (what: string): TableError =>
  new TableError('ResourceNotFoundException', `Requested resource not found: ${what}`);
