import { expect } from '@open-wc/testing';
import { makeImport } from '../app/testing/import-routes.ts';
import { fieldName, fieldsFor, readsDates, reasonText, withField } from './field-names.ts';
import { templateOf } from './templates.ts';
import { importTexts } from './texts.ts';
import { fileProblem, largestFile, sendWithProgress } from './upload.ts';

const t = (key: Parameters<typeof importTexts.text>[2], values?: Record<string, string | number>) =>
  importTexts.text('en', 'en', key, values);

describe('fields that a column can become', () => {
  const found = makeImport();

  it('have a name of their own, or else that of the server', () => {
    expect(fieldName('displayName', found, t)).to.equal('Name');
    expect(fieldName('contacts.4.email', found, t)).to.equal('Contact 4: e-mail');
    expect(fieldName('custom.Shoe size', found, t)).to.equal('Custom: Shoe size');
    const newer = makeImport({ availableFields: [{ name: 'moonPhase', head: 'Moon phase' }] });
    expect(fieldName('moonPhase', newer, t)).to.equal('Moon phase');
    expect(fieldName('gone', newer, t)).to.equal('gone');
  });

  it('include what the column has now and one named after it', () => {
    const column = { name: 'Shoes', field: 'contacts.7.role', refused: false, samples: [] };
    expect(fieldsFor(found, column)).to.include.members(['displayName', 'custom.Shoes', 'contacts.7.role']);
    expect(fieldsFor(makeImport({ resource: 'leads' }), column)).to.include('answers.Shoes');
    const long = { ...column, name: 'x'.repeat(200) };
    expect(fieldsFor(found, long).some((name) => name.startsWith('custom.'))).to.equal(false);
  });

  it('are filled by one column each', () => {
    expect(withField(found.columns, 2, 'displayName')).to.deep.equal([null, 'contacts.1.email', 'displayName', null]);
    expect(withField(found.columns, 0, null)).to.deep.equal([null, 'contacts.1.email', null, null]);
  });

  it('tell whether a date is among them', () => {
    const [column] = found.columns;
    expect(readsDates(found.columns)).to.equal(false);
    expect(readsDates([{ ...column!, field: 'dates.2.date' }])).to.equal(true);
    expect(readsDates([{ ...column!, field: 'eventDate' }])).to.equal(true);
  });
});

describe('the reasons of a row', () => {
  it('are in our words where there are some, and else in those of the server', () => {
    expect(reasonText({ column: 'Mail', code: 'email', message: 'is not' }, t)).to.equal('Not an e-mail address.');
    expect(reasonText({ column: null, code: 'in_use', message: 'It is on a project' }, t)).to.contain('on a project');
  });
});

describe('templates', () => {
  it('are a row of heads and a row of examples, as many as there are columns', () => {
    for (const resource of ['clients', 'leads', 'projects'] as const) {
      const lines = templateOf(resource).split('\r\n');
      expect(lines).to.have.length(3);
      expect(lines[0]!.charCodeAt(0)).to.equal(0xfeff);
      const cells = lines.map((line) => line.match(/("([^"]|"")*"|[^,]*)(,|$)/g)!.filter((cell) => cell.endsWith(',')));
      expect(cells[1]).to.have.length(cells[0]!.length);
    }
    expect(templateOf('clients')).to.contain('"wedding; vip"');
  });
});

describe('a file on its way', () => {
  it('is refused at hand if it is a workbook, empty or too large', () => {
    const file = (name: string, size = 10) => fileProblem({ name, size });
    expect(file('list.csv')).to.equal(undefined);
    expect(file('Clients.XLSX')).to.equal('workbook');
    expect(file('list.csv', 0)).to.equal('empty');
    expect(file('list.csv', largestFile)).to.equal(undefined);
    expect(file('list.csv', largestFile + 1)).to.equal('tooLarge');
  });

  it('tells how much of it has left, and answers as fetch does', async () => {
    const told: number[] = [];
    const body = new Blob(['x'.repeat(3_000_000)]);
    const request = new Request('/nowhere', { method: 'POST', body, headers: { 'x-kind': 'csv' } });
    const response = await sendWithProgress(request, (share) => told.push(share));
    expect(response.status).to.be.greaterThan(399);
    expect(response.headers.get('content-type')).to.be.a('string');
    expect(told.at(-1)).to.equal(1);
    expect(told).to.deep.equal([...told].sort((a, b) => a - b));
  });

  it('can be stopped, and fails as fetch does without a connection', async () => {
    const stop = new AbortController();
    const request = new Request('/nowhere', {
      method: 'POST',
      body: new Blob(['x'.repeat(20_000_000)]),
      signal: stop.signal,
    });
    const sent = sendWithProgress(request, () => stop.abort(new Error('stopped')));
    expect(await sent.catch((error: Error) => error.message)).to.equal('stopped');
    const nobody = new Request('http://localhost:1/', { method: 'POST', body: 'x' });
    expect(await sendWithProgress(nobody, () => {}).catch((error: Error) => error.name)).to.equal('TypeError');
  });
});
