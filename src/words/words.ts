import type { german } from './german.ts';

/** A catalogue: each sentence of the app in English, with what another language says for it. */
export type Catalogue = Readonly<Record<string, string | Counted>>;

/** What is said of a number, by the language's plural categories (Unicode CLDR). `{count}` stands for the number. */
export type Counted = { readonly other: string } & Partial<Readonly<Record<Intl.LDMLPluralRule, string>>>;

type Entries = typeof german;
/** A sentence of the app, in English. `{name}` in it stands for a value. */
export type Message = { [K in keyof Entries]: Entries[K] extends string ? K : never }[keyof Entries];
/** What the app says of a number other than one, in English. */
export type CountedMessage = Exclude<keyof Entries, Message>;

type Names<M extends string> = M extends `${string}{${infer Name}}${infer Rest}` ? Name | Names<Rest> : never;
/** A sentence without values: what a table of words holds. */
export type PlainMessage = { [M in Message]: [Names<M>] extends [never] ? M : never }[Message];

type ValuesOf<M extends string> = Readonly<Record<Names<M>, string | number>>;
type Arguments<M extends string> = [Names<M>] extends [never] ? [] : [values: ValuesOf<M>];

/** The languages that the app speaks. */
export type Language = 'en' | 'de';

/** The app's words in one language. */
export interface Words {
  readonly language: Language;
  /** BCP 47, for dates and numbers; undefined: the browser's own. */
  readonly locale: string | undefined;
  /** The sentence; numbers among the values are written as the language does. */
  t<M extends Message>(message: M, ...values: Arguments<M>): string;
  /** `one` is the English sentence for a count of one; other languages have theirs in the catalogue, by `other`. */
  counted<M extends CountedMessage>(count: number, one: string, other: M, ...values: CountedArguments<M>): string;
  number(value: number): string;
  /** The sentence of a failure, which comes from a part that knows English alone. */
  told(failure: Told): string;
}

interface Told {
  readonly message: string;
  readonly values?: Readonly<Record<string, string | number>>;
}

type Others<M extends string> = Exclude<Names<M>, 'count'>;
type CountedArguments<M extends string> = [Others<M>] extends [never]
  ? []
  : [values: Readonly<Record<Others<M>, string | number>>];

/** `catalogue`: null for English, whose words stand where they are used. */
export const createWords = (language: Language, locale: string | undefined, catalogue: Catalogue | null): Words => {
  const numbers = new Intl.NumberFormat(locale);
  const plurals = new Intl.PluralRules(locale);
  const number = (value: number) => numbers.format(value);
  const fill = (sentence: string, values: Readonly<Record<string, string | number>>): string =>
    sentence.replace(/\{(\w+)\}/g, (place, name: string) => {
      const value = values[name];
      return typeof value === 'number' ? number(value) : (value ?? place);
    });
  const told = ({ message, values = {} }: Told): string => {
    const found = catalogue?.[message];
    return fill(typeof found === 'string' ? found : message, values);
  };
  return {
    language,
    locale,
    t: (message, ...[values]) => told({ message, values: values ?? {} }),
    counted: (count, one, other, ...[values]) => {
      const category = plurals.select(count);
      const found = catalogue?.[other];
      const forms = typeof found === 'object' ? found : { one, other };
      return fill(forms[category] ?? forms.other, { ...values, count });
    },
    number,
    told,
  };
};
