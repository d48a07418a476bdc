import { expect } from '@open-wc/testing';
import { decimalsOf, parseMoney, parseNumber } from './numbers.ts';

describe('numbers as people write them', () => {
  it('reads the signs and digits of the locale', () => {
    expect(parseNumber('1,500.50', 'en')).to.equal(1500.5);
    expect(parseNumber('1.500,50', 'de')).to.equal(1500.5);
    expect(parseNumber("1'500.50", 'de-CH')).to.equal(1500.5);
    expect(parseNumber('١٬٥٠٠٫٥', 'ar-EG')).to.equal(1500.5);
    expect(parseNumber(' 1 500 ', 'en')).to.equal(1500);
  });

  it('refuses what is no number', () => {
    for (const text of ['', 'many', '1.2.3', '12a', '--1', '1e5']) expect(parseNumber(text, 'en'), text).to.equal(null);
  });

  it('knows the decimals of currencies', () => {
    expect(['EUR', 'JPY', 'KWD'].map(decimalsOf)).to.deep.equal([2, 0, 3]);
  });

  it('answers whole minor units, exactly', () => {
    expect(parseMoney('1250', 'EUR', 'en')).to.equal(125000);
    expect(parseMoney('19.99', 'EUR', 'en')).to.equal(1999);
    expect(parseMoney('1.005', 'KWD', 'en')).to.equal(1005);
    expect(parseMoney('1250', 'JPY', 'en')).to.equal(1250);
  });

  it('refuses more decimals than the currency has, and less than nothing', () => {
    expect(parseMoney('12.345', 'EUR', 'en')).to.equal(null);
    expect(parseMoney('1.5', 'JPY', 'en')).to.equal(null);
    expect(parseMoney('-5', 'EUR', 'en')).to.equal(null);
  });
});
