"""Parts of common blogging programs' pages that are not the article's text.

Share buttons, ratings and forms are filled by scripts in the reader's browser,
comments are their writers' own words, and lists of other posts hold titles
that are translated where those posts are. The class names are those that the
programs and their most used plugins write into pages.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Literal

__all__ = ["PRESETS", "Preset"]

Preset = Literal["wordpress", "wix", "blogger"]

PRESETS: Mapping[Preset, tuple[str, ...]] = MappingProxyType(
    {
        "wordpress": (
            # Share buttons: Jetpack, AddToAny, Social Warfare, Shared Counts.
            ".sharedaddy",
            ".addtoany_share_save_container",
            ".swp_social_panel",
            ".shared-counts-wrap",
            ".share-buttons",
            # Ratings: kk Star Ratings, WP-PostRatings, Crowdsignal, Rate My Post.
            ".kk-star-ratings",
            ".post-ratings",
            ".pd-rating",
            ".rmp-widgets-container",
            ".star-rating",
            ".rating-widget",
            # Forms: Jetpack subscriptions, Contact Form 7, WPForms, Mailchimp, search.
            ".jetpack_subscription_widget",
            ".wp-block-jetpack-subscriptions",
            ".wpcf7",
            ".wpforms-container",
            ".mc4wp-form",
            ".subscribe-form",
            "form.subscribe",
            "form.search-form",
            # Other posts: Jetpack, YARPP, Contextual Related Posts.
            ".jp-relatedposts",
            ".yarpp-related",
            ".crp_related",
            ".related-posts",
            # Comments.
            "#comments",
            "#respond",
        ),
        "wix": (
            '[data-hook="related-posts"]',
            '[data-hook="recent-posts"]',
            '[data-hook="comments"]',
            '[data-hook="comment-box"]',
            '[data-hook^="share-button"]',
            '[data-hook="like-button"]',
            '[data-hook="like-button-with-count"]',
            '[data-hook="rating"]',
            ".social-share",
        ),
        "blogger": (
            ".post-share-buttons",
            ".share-buttons",
            ".post-feeds",
            ".blog-feeds",
            ".comments",
            "#comments",
            ".widget.FollowByEmail",
            ".widget.ContactForm",
            ".widget.PopularPosts",
            ".widget.BlogArchive",
            ".widget.BlogSearch",
            ".widget.Attribution",
        ),
    }
)
"""CSS selectors by program, in the order in which they are documented."""
