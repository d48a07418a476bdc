const atom = /^[^\s()<>[\]:;@\\,"]+$/;
const hostname = /^(?=.{1,253}$)([a-z\d]([a-z\d-]{0,61}[a-z\d])?\.)+[a-z\d-]{2,63}$/i;
const plainName = /^[^()<>[\]:;@\\,"\p{Cc}]+$/u;
const quotedName = /^"([^"\\\p{Cc}]|\\[^\p{Cc}])*"$/u;

/** Whether it is `email@example.com` or `Name <email@example.com>`; a name with special characters must be quoted. */
export function isMailbox(value: unknown): value is string {
  if (typeof value !== 'string' || value.length > 1000) return false;
  const open = value.endsWith('>') ? value.lastIndexOf('<') : -1;
  if (open === -1) return isAddress(value.trim());
  const name = value.slice(0, open).trim();
  const named = name === '' || plainName.test(name) || quotedName.test(name);
  return named && isAddress(value.slice(open + 1, -1));
}

function isAddress(value: string) {
  const at = value.lastIndexOf('@');
  const local = value.slice(0, at);
  return at > 0 && local.length <= 64 && atom.test(local) && hostname.test(value.slice(at + 1));
}
