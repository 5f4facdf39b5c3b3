"""What the theme needs to know of a page's other versions, which may not be built yet."""

from pathlib import Path

from mkdocs.utils.meta import get_data

NAMES = {"en": "English", "hi": "हिन्दी"}
LOCALES = {"en": "en_IN", "hi": "hi_IN"}


def on_env(env, config, files):
    """Give templates the versions of a file, and the one for readers of other languages."""
    env.globals["locales"] = LOCALES
    env.filters["versions"] = lambda file: _versions(file, config)
    env.filters["listed"] = _listed
    env.filters["x_default"] = _x_default
    return env


def _versions(file, config):
    return [_version(lang, other, config) for lang, other in sorted(file.alternates.items())]


def _version(lang, file, config):
    _, meta = get_data(Path(file.abs_src_path).read_text(encoding="utf-8"))
    return {
        "lang": lang,
        "name": NAMES[lang],
        "path": file.url,
        "url": config.site_url + file.url.removeprefix("./"),
        "noindex": meta.get("noindex", False),
    }


def _listed(versions, lang):
    """The versions that search engines may list; none where the page itself is not."""
    listed = [version for version in versions if not version["noindex"]]
    is_pair = len(listed) > 1 and lang in [version["lang"] for version in listed]
    return listed if is_pair else []


def _x_default(listed):
    return next((version for version in listed if version["lang"] == "en"), listed[0])
