import { html } from 'hono/html';
import type { GoogleAccount } from './google.ts';

/** One of each kind that is let in, asked or refused. */
export const demoPeople: readonly GoogleAccount[] = [
  {
    email: 'mara@lumenandoak.example',
    emailVerified: true,
    name: 'Mara Lindqvist',
    hostedDomain: 'lumenandoak.example',
  },
  { email: 'jonas.feld@gmail.com', emailVerified: true, name: 'Jonas Feld' },
  { email: 'petra@former-provider.example', emailVerified: true, name: 'Petra Holm' },
  { email: 'nobody@unproven.example', emailVerified: false, name: 'No Body' },
];

const kindOf = ({ email, emailVerified, hostedDomain }: GoogleAccount): string => {
  if (!emailVerified) return 'Not verified';
  if (hostedDomain) return 'Google Workspace';
  return email.endsWith('@gmail.com') ? 'Gmail' : 'Verified, but kept elsewhere';
};

/** Where somebody picks who they are. @param search the query of the request, which the choice answers */
export const choicePage = (search: string) => html`<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <title>Choose an account – Sandbox</title>
    <link rel="icon" href="data:,">
    <link rel="stylesheet" href="/sandbox/google/style.css">
  </head>
  <body>
    <main>
      <h1>Choose an account</h1>
      <p>This page stands in for Google. Nothing leaves this machine.</p>
      <form method="post" action="${search}">
        <ul>
          ${demoPeople.map(
            (person, index) => html`<li><button name="person" value="${index}">
              <strong>${person.name}</strong><span>${person.email}</span><small>${kindOf(person)}</small>
            </button></li>`,
          )}
        </ul>
      </form>
      <form method="post" action="${search}" class="other">
        <h2>Somebody else</h2>
        <label>E-mail <input name="email" type="email" required autocomplete="off"></label>
        <label>Name <input name="name" autocomplete="off"></label>
        <label>Account id, if the address is a new one of an account <input name="sub" autocomplete="off"></label>
        <label class="check"><input name="verified" type="checkbox" checked> Google has verified the address</label>
        <label class="check"><input name="hosted" type="checkbox"> Google keeps its domain (Workspace)</label>
        <button>Continue</button>
      </form>
      <form method="post" action="${search}"><button name="deny" value="1" class="quiet">Cancel</button></form>
    </main>
  </body>
</html>`;

export const pageStyle = `:root{color-scheme:light dark}
body{margin:0;font:15px/1.5 system-ui,sans-serif;background:light-dark(#f6f7f7,#16191a);color:light-dark(#1b1f1e,#e8ecea)}
main{max-width:420px;margin:6vh auto;padding:24px;display:grid;gap:20px}
h1,h2,p,ul{margin:0;padding:0}h1{font-size:22px}h2{font-size:16px}p{color:light-dark(#56605d,#a3adaa)}
ul{list-style:none;display:grid;gap:8px}
form{display:grid;gap:12px}label{display:grid;gap:4px}.check{display:flex;gap:8px;align-items:center}
input:not([type=checkbox]){font:inherit;padding:8px 10px;border:1px solid light-dark(#8a9491,#6b7572);border-radius:8px;background:light-dark(#fff,#1f2324);color:inherit}
button{font:inherit;padding:10px 14px;border:1px solid light-dark(#c9d0ce,#3a4144);border-radius:8px;background:light-dark(#fff,#1f2324);color:inherit;cursor:pointer;text-align:start}
ul button{display:grid;inline-size:100%}small,span{color:light-dark(#56605d,#a3adaa)}
button:hover{border-color:light-dark(#0f6b5c,#5fc2ae)}.quiet{border-color:transparent;background:none;justify-self:start}
:focus-visible{outline:2px solid light-dark(#0f6b5c,#5fc2ae);outline-offset:2px}
`;
