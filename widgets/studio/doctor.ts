import { toFailure } from '../base/failure.ts';
import { pageLocale } from '../base/language.ts';
import type { StudioConnection } from '../base/studio-context.ts';
import { version } from '../base/version.ts';

/** One thing the doctor looked at. */
export interface Finding {
  check: string;
  result: 'ok' | 'problem';
  detail: string;
}

/** Looks for the mistakes that embedding usually meets and writes a table of them to the console. */
export async function examine(element: Element, connection: StudioConnection): Promise<Finding[]> {
  const findings = [
    { check: 'version', result: 'ok', detail: version },
    secureContext(),
    key(connection.options.publishableKey, connection.options.session),
    language(element),
    ...undefinedTags(element),
    await studio(connection),
  ] satisfies Finding[];
  console.table(findings);
  return findings;
}

function secureContext(): Finding {
  return isSecureContext
    ? { check: 'page', result: 'ok', detail: location.origin }
    : {
        check: 'page',
        result: 'problem',
        detail: 'Not HTTPS: browsers offer no cryptography here, so forms cannot be sent.',
      };
}

function key(publishableKey?: string, session?: boolean): Finding {
  const check = 'publishable-key';
  if (session) return { check, result: 'ok', detail: 'The session cookie is used.' };
  if (!publishableKey) return { check, result: 'problem', detail: 'The attribute is missing.' };
  if (publishableKey.startsWith('sk_'))
    return { check, result: 'problem', detail: 'This is a secret key. Revoke it now: everyone can read this page.' };
  if (!/^pk_(live|test)_/.test(publishableKey))
    return { check, result: 'problem', detail: 'A publishable key begins with pk_live_ or pk_test_.' };
  return { check, result: 'ok', detail: publishableKey.startsWith('pk_test_') ? 'Test mode.' : 'Live mode.' };
}

function language(element: Element): Finding {
  const locale = pageLocale(element);
  return { check: 'language', result: 'ok', detail: locale };
}

function undefinedTags(element: Element): Finding[] {
  const tags = [...element.querySelectorAll(':not(:defined)')].map((found) => found.localName);
  const ours = new Set(tags.filter((tag) => tag.startsWith('alloza-')));
  return [...ours].map((tag) => ({ check: tag, result: 'problem', detail: 'No such widget is loaded.' }));
}

async function studio(connection: StudioConnection): Promise<Finding> {
  const check = connection.options.baseUrl;
  try {
    const { name, mode } = await connection.workspace();
    return { check, result: 'ok', detail: `${name} (${mode})` };
  } catch (error) {
    const { code, message, requestId } = toFailure(error);
    const advice: Record<string, string> = {
      origin_not_allowed: `Add ${location.origin} to the key's origins in Settings.`,
      network_error: `No answer. Is base-url right, and does the page's CSP allow connect-src ${check}?`,
      unauthenticated: 'The key is unknown or revoked.',
    };
    return { check, result: 'problem', detail: `${code}: ${advice[code] ?? message} ${requestId ?? ''}`.trim() };
  }
}
