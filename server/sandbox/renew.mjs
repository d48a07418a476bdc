// Runs in the browser: renews the list of mails every two seconds, so that a mail appears without a reload and what is
// being typed or read stays as it is.
async function renew() {
  if (document.hidden) return;
  const response = await fetch(location.href).catch(() => undefined);
  if (!response?.ok) return;
  const current = document.querySelector('#mails');
  const renewed = new DOMParser().parseFromString(await response.text(), 'text/html').querySelector('#mails');
  if (!current || !renewed || current.isEqualNode(renewed)) return;
  const focused = current.contains(document.activeElement) ? document.activeElement?.getAttribute('href') : null;
  current.replaceWith(renewed);
  if (focused) [...renewed.querySelectorAll('a')].find((link) => link.getAttribute('href') === focused)?.focus();
}

setInterval(renew, 2000);
