import { expect } from '@open-wc/testing';
import { contrast, parseColor } from '../base/color.ts';
import { viewColor } from './brand-colors.ts';
import { readOrigins } from './key-rules.ts';

describe('readOrigins', () => {
  it('takes scheme, host and port, and a star as the first label', () => {
    const { origins, wrong } = readOrigins('https://www.example.com/\nHTTPS://*.example.com http://localhost:3000');
    expect(origins).to.deep.equal(['https://www.example.com', 'https://*.example.com', 'http://localhost:3000']);
    expect(wrong).to.equal(undefined);
  });

  it('names the first that is no website', () => {
    for (const text of [
      'www.example.com',
      'https://a.example/contact',
      'ftp://a.example',
      'https://a.*.example',
      'https://',
    ]) {
      expect(readOrigins(text).wrong, text).to.equal(text.replace(/\/$/, ''));
    }
    expect(readOrigins('')).to.deep.equal({ origins: [], wrong: undefined });
  });
});

describe('viewColor', () => {
  it('says where a colour is repaired, and by what it can be read', () => {
    const yellow = viewColor('#ffee00')!;
    expect(yellow.repaired).to.deep.equal(['light']);
    expect(contrast(parseColor(yellow.shades.light.text)!, parseColor('#ffffff')!)).to.be.at.least(4.5);
    expect(viewColor('#0a5')!.accent).to.equal('#00aa55');
    expect(viewColor('green')).to.equal(undefined);
    expect(viewColor('#12')).to.equal(undefined);
  });
});
