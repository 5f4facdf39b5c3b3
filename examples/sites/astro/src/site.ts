export type Language = "en" | "hi";

export interface Version {
  path: string;
  lang: Language;
  key: string;
  noindex: boolean;
}

export const NAMES = { en: "English", hi: "हिन्दी" };
export const LOCALES = { en: "en_IN", hi: "hi_IN" };
export const TITLES = { en: "Frontier Notes", hi: "फ़्रंटियर नोट्स" };

export const INDEXES: Version[] = (["en", "hi"] as const).map((lang) => ({
  path: lang,
  lang,
  key: "index",
  noindex: false,
}));

export function version(entry: { id: string; data: any }): Version {
  const { lang, translationKey, noindex } = entry.data;
  return { path: entry.id, lang, key: translationKey, noindex };
}

export function link(path: string): string {
  return `${import.meta.env.BASE_URL.replace(/\/$/, "")}/${path}/`;
}

export function absolute(path: string): string {
  return new URL(link(path), import.meta.env.SITE).href;
}

/** The versions of a page, and those of them that search engines may list. */
export function versionsOf(page: Version, all: Version[]) {
  const versions = all
    .filter((each) => each.key === page.key)
    .sort((one, other) => one.lang.localeCompare(other.lang));
  const listed = page.noindex ? [] : versions.filter((each) => !each.noindex);
  const xDefault = listed.find((each) => each.lang === "en") ?? listed[0];
  return { versions, listed: listed.length > 1 ? listed : [], xDefault };
}
