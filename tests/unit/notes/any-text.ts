import fc from 'fast-check';

/** Any string at all: control characters, all scripts, and halves of surrogate pairs. */
export function anyText(longest = 40): fc.Arbitrary<string> {
  const unit = fc.oneof(fc.integer({ min: 0, max: 0x7f }), fc.integer({ min: 0, max: 0x10ffff }));
  return fc.array(unit, { maxLength: longest }).map((units) => String.fromCodePoint(...units));
}
