/** An instant as the contract writes it, from a Date or from PostgreSQL's text form. */
export const instant = (value: Date | string): string => new Date(value).toISOString();
