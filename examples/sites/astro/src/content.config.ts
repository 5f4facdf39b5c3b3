import { glob } from "astro/loaders";
import { z } from "astro/zod";
import { defineCollection } from "astro:content";

const articles = defineCollection({
  loader: glob({ pattern: "**/*.md", base: "./src/content/articles" }),
  schema: z.object({
    title: z.string(),
    description: z.string().optional(),
    lang: z.enum(["en", "hi"]),
    translationKey: z.string(),
    translation: z.enum(["reviewed", "draft", "stale"]).optional(),
    noindex: z.boolean().default(false),
    aliases: z.array(z.string()).default([]),
  }),
});

export const collections = { articles };
