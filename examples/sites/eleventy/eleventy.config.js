const SITE = new URL(process.env.SITE_URL ?? "https://example.org/bilingual/");

export default function (config) {
  config.addPassthroughCopy("media");
  config.addGlobalData("names", { en: "English", hi: "हिन्दी" });
  config.addGlobalData("locales", { en: "en_IN", hi: "hi_IN" });
  config.addFilter("absolute", (path) => new URL(path.replace(/^\//, ""), SITE).href);
  config.addFilter("versions", (pages, key) =>
    pages
      .filter((page) => key && page.data.translationKey === key)
      .sort((one, other) => one.data.lang.localeCompare(other.data.lang)),
  );
  // A page that search engines are not to list is no alternate, and has none.
  config.addFilter("listed", (pages) => pages.filter((page) => !page.data.noindex));
  config.addFilter("inLanguage", (pages, lang) =>
    pages.filter((page) => page.data.lang === lang && page.data.translationKey !== "index"),
  );
  config.addFilter("xDefault", (pages) => pages.find((page) => page.data.lang === "en") ?? pages[0]);
  // The addresses at which articles once stood lead on to them.
  config.addCollection("aliases", (api) =>
    api.getAll().flatMap((page) => (page.data.aliases ?? []).map((path) => ({ path, page }))),
  );
  return { pathPrefix: SITE.pathname };
}
