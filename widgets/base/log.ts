/** Writes one warning to the console, always led by the tag it concerns, so that a studio can tell ours from its own. */
export function warn(tag: string, message: string, ...more: unknown[]): void {
  console.warn(`<${tag}> ${message}`, ...more);
}
