import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultConfiguration, parseConfiguration } from '../../src/care/configuration.ts';

describe('the configuration setting', () => {
  it('is the default where there is none', () => {
    expect(parseConfiguration(undefined)).toEqual(defaultConfiguration);
    expect(parseConfiguration('')).toEqual(defaultConfiguration);
  });

  it('comes back as it was written', () => {
    const own = {
      ...defaultConfiguration,
      version: 4,
      targetHours: 8,
      survey: 'customizable' as const,
      questions: [{ id: 'Q', metric: 'ces' as const, scale: 5, headline: 'How easy?', isLowerBetter: true }],
      casesSince: 5,
    };
    expect(parseConfiguration(JSON.stringify(own))).toEqual(own);
  });

  it('replaces a member out of range and keeps the others', () => {
    const text = JSON.stringify({ ...defaultConfiguration, targetHours: 400, csatThreshold: 2 });
    expect(parseConfiguration(text)).toMatchObject({ targetHours: 24, csatThreshold: 2 });
  });

  it('never stops the app, whatever stands there', () => {
    fc.assert(
      fc.property(fc.oneof(fc.anything(), fc.json(), fc.string()), (setting) => {
        expect(Object.keys(parseConfiguration(setting))).toEqual(Object.keys(defaultConfiguration));
      }),
    );
  });
});
