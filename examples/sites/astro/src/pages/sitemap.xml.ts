import { getCollection } from "astro:content";
import { INDEXES, absolute, version, versionsOf, type Version } from "../site";

function alternate(code: string, page: Version): string {
  return `<xhtml:link rel="alternate" hreflang="${code}" href="${absolute(page.path)}"/>`;
}

function entry(page: Version, all: Version[]): string {
  const { listed, xDefault } = versionsOf(page, all);
  const links = listed.map((each) => alternate(each.lang, each));
  if (links.length > 0) links.push(alternate("x-default", xDefault));
  return `<url><loc>${absolute(page.path)}</loc>${links.join("")}</url>`;
}

export async function GET() {
  const all = [...INDEXES, ...(await getCollection("articles")).map(version)];
  const entries = all.filter((page) => !page.noindex).map((page) => entry(page, all));
  const text = `<?xml version="1.0" encoding="utf-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">
${entries.join("\n")}
</urlset>
`;
  return new Response(text, { headers: { "Content-Type": "application/xml" } });
}
