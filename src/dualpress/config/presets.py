"""Parts of common blogging programs' pages that are not the article's text.

Share buttons, ratings, forms, cookie notices and counters are filled by
scripts in the reader's browser, comments are their writers' own words, and
lists of other posts hold titles that are translated where those posts are. The
names are those that the programs, their themes and their most used plugins
write into pages; none is a word that an article's own markup would use. An id
that is one comes with the element's name: Hugo and Jekyll give a heading
"Comments" the id ``comments``.

Each selector is one compound (a name, classes, an id, an attribute): those are
looked up in one walk over a page, however many there are.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Literal

__all__ = ["PRESETS", "Preset"]

Preset = Literal["wordpress", "wix", "blogger", "medium", "hugo", "jekyll"]

_WORDPRESS = (
    # Share buttons: Jetpack, AddToAny, AddThis, ShareThis, Sassy Social Share, Super Socializer,
    # Social Warfare, Shared Counts, Scriptless, MashShare, Easy Social Share Buttons, Hubbub,
    # Monarch, Ultimate Social Media Icons, Simple Share Buttons Adder.
    ".sharedaddy",
    ".wp-block-jetpack-sharing-buttons",
    ".addtoany_share_save_container",
    ".addthis_inline_share_toolbox",
    ".sharethis-inline-share-buttons",
    ".heateor_sss_sharing_container",
    ".the_champ_sharing_container",
    ".swp_social_panel",
    ".shared-counts-wrap",
    ".scriptlesssocialsharing",
    ".mashsb-container",
    ".essb_links",
    ".dpsp-content-wrapper",
    ".et_social_inline",
    ".sfsi_Sicons",
    ".ssba",
    # Share buttons of themes: Newspaper, JNews, and the name that many others use.
    ".td-post-sharing",
    ".jeg_share_button",
    ".share-buttons",
    # Ratings and likes: kk Star Ratings, WP-PostRatings, Crowdsignal, Rate My Post, YASR,
    # RatingWidget, WP ULike, Jetpack; the stars of WordPress itself and of WooCommerce.
    ".kk-star-ratings",
    ".post-ratings",
    ".pd-rating",
    ".rmp-widgets-container",
    ".yasr-vv-block",
    ".yasr-vv-stars-title-container",
    ".rw-ui-container",
    ".wp_ulike_general_class",
    ".jetpack-likes-widget-wrapper",
    ".star-rating",
    # Forms: Jetpack, Contact Form 7, WPForms, Ninja Forms, Mailchimp, MailPoet, The Newsletter
    # Plugin; search and subscription forms of themes.
    ".jetpack_subscription_widget",
    ".wp-block-jetpack-subscriptions",
    ".wp-block-jetpack-contact-form",
    ".wpcf7",
    ".wpforms-container",
    ".nf-form-cont",
    ".mc4wp-form",
    ".mailpoet_form",
    ".tnp-subscription",
    ".subscribe-form",
    "form.subscribe",
    "form.search-form",
    # Other posts: Jetpack, YARPP, Contextual Related Posts, Related Posts for WordPress, Related
    # Posts Thumbnails, Newspaper, JNews; the name that many themes use.
    ".jp-relatedposts",
    ".yarpp-related",
    ".crp_related",
    ".rp4wp-related-posts",
    ".relpost-thumb-wrapper",
    ".td_block_related_posts",
    ".jnews_related_post_container",
    ".jnews_inline_related_post",
    ".related-posts",
    # Reading time: WordPress's block, Reading Time WP.
    ".wp-block-post-time-to-read",
    ".rt-reading-time",
    # Cookie notices: Cookie Notice, CookieYes and its forerunner, Complianz, GDPR Cookie
    # Compliance.
    "div#cookie-notice",
    ".cky-consent-container",
    "#cookie-law-info-bar",
    ".cmplz-cookiebanner",
    "#moove_gdpr_cookie_info_bar",
    # Comments: WordPress, wpDiscuz.
    "div#comments",
    "section#comments",
    "div#respond",
    "#wpdcom",
)

_WIX = (
    '[data-hook^="share-button"]',
    '[data-hook="post-main-actions-desktop"]',
    '[data-hook="post-main-actions-mobile"]',
    '[data-hook="post-main-actions__stats"]',
    '[data-hook^="like-button"]',
    '[data-hook^="view-count"]',
    '[data-hook="time-to-read"]',
    '[data-hook="more-button"]',
    '[data-hook^="recent-posts"]',
    '[data-hook^="comment-box"]',
    '[data-hook="comment"]',
    "div#comments",
)

_BLOGGER = (
    ".post-share-buttons",
    ".share-buttons",
    ".reaction-buttons",
    ".star-ratings",
    ".post-feeds",
    ".blog-feeds",
    ".post-comment-link",
    "div#comments",
    "section#comments",
    "#cookieChoiceInfo",
    ".widget.Attribution",
    ".widget.BlogArchive",
    ".widget.BlogSearch",
    ".widget.ContactForm",
    ".widget.FeaturedPost",
    ".widget.FollowByEmail",
    ".widget.Followers",
    ".widget.PopularPosts",
    ".widget.Stats",
    ".widget.Subscribe",
    ".widget.Translate",
)

_MEDIUM = (
    # The card of another page, with that page's title and description.
    ".graf--mixtapeEmbed",
    # The link of the footer back to Medium.
    ".p-canonical",
)

_COMMENTS = ("#disqus_thread", ".giscus", ".utterances", "#isso-thread", "div#remark42")
"""What services of comments for static sites ask to be put into a page."""

_HUGO = (
    # Share buttons: PaperMod, Ananke.
    ".share-buttons",
    ".ananke-socials",
    # Docsy: "Was this page helpful?", the links to its source, the reading time.
    ".feedback--title",
    ".feedback--question",
    ".feedback--answer",
    ".feedback--response",
    ".td-page-meta",
    ".reading-time",
    # Other posts: Stack.
    ".related-content--wrapper",
    # Cookie notice: Blowfish.
    ".cookie-notice",
    *_COMMENTS,
)

_JEKYLL = (
    # Minimal Mistakes.
    ".page__share",
    ".page__related",
    ".page__comments",
    ".page__comments-form",
    ".page__meta-readtime",
    # Chirpy.
    ".share-wrapper",
    "aside#related-posts",
    "div#related-posts",
    "#access-lastmod",
    ".readtime",
    # Beautiful Jekyll.
    "#social-share-section",
    # Just the Docs.
    ".search-input-wrap",
    # Minima: names of accounts.
    ".social-media-list",
    *_COMMENTS,
)

PRESETS: Mapping[Preset, tuple[str, ...]] = MappingProxyType(
    {
        "wordpress": _WORDPRESS,
        "wix": _WIX,
        "blogger": _BLOGGER,
        "medium": _MEDIUM,
        "hugo": _HUGO,
        "jekyll": _JEKYLL,
    }
)
"""CSS selectors by program, in the order in which they are documented."""
