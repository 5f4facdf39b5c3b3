import { defineConfig } from "astro/config";

const SITE = new URL(process.env.SITE_URL ?? "https://example.org/bilingual/");

export default defineConfig({
  site: SITE.origin,
  base: SITE.pathname,
  trailingSlash: "always",
  i18n: {
    locales: ["en", "hi"],
    defaultLocale: "en",
    routing: { prefixDefaultLocale: true, redirectToDefaultLocale: false },
  },
});
