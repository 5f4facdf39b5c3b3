"""The site: pages in pairs with their switcher, lists, manifest and sitemap."""
