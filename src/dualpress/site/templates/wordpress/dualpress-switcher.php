<?php
/**
 * Plugin Name: dualpress switcher
 * Description: Leads readers and search engines from a post to its other language.
 * Version: 1.0
 * Requires at least: 5.0
 * Requires PHP: 7.2
 * License: MIT
 *
 * For sites without a plugin for languages. Which posts are pairs stands in
 * pairs.json beside this file, which "dualpress export --to wordpress-switcher" makes anew.
 */

defined( 'ABSPATH' ) || exit;

/**
 * What pairs.json says; an empty array where it cannot be read.
 */
function dualpress_settings() {
	static $settings = null;
	if ( null === $settings ) {
		$file     = __DIR__ . '/pairs.json';
		$data     = is_readable( $file ) ? json_decode( (string) file_get_contents( $file ), true ) : null;
		$is_whole = is_array( $data ) && isset( $data['languages'], $data['pairs'] );
		$settings = $is_whole && is_array( $data['languages'] ) && is_array( $data['pairs'] ) ? $data : array();
	}
	return $settings;
}

/**
 * The languages by their codes: name, locale.
 */
function dualpress_languages() {
	$settings = dualpress_settings();
	return isset( $settings['languages'] ) ? $settings['languages'] : array();
}

/**
 * The numbers of a post's versions by language; an empty array where it has no other.
 */
function dualpress_pair( $post_id ) {
	static $pairs = null;
	if ( null === $pairs ) {
		$pairs    = array();
		$settings = dualpress_settings();
		foreach ( isset( $settings['pairs'] ) ? $settings['pairs'] : array() as $pair ) {
			$pair = array_intersect_key( array_map( 'intval', (array) $pair ), dualpress_languages() );
			foreach ( $pair as $id ) {
				$pairs[ $id ] = $pair;
			}
		}
	}
	$post_id = (int) $post_id;
	return isset( $pairs[ $post_id ] ) ? $pairs[ $post_id ] : array();
}

/**
 * The language of a post; null where it is none of a pair.
 */
function dualpress_language_of( $post_id ) {
	$language = array_search( (int) $post_id, dualpress_pair( $post_id ), true );
	return false === $language ? null : $language;
}

/**
 * The language of the page that is shown; null where it is none of a pair.
 */
function dualpress_language() {
	return is_singular() ? dualpress_language_of( get_queried_object_id() ) : null;
}

/**
 * The addresses of the page's versions by language, its own among them.
 *
 * An empty array where readers can open no other.
 */
function dualpress_versions() {
	$urls = array();
	if ( null !== dualpress_language() ) {
		foreach ( dualpress_pair( get_queried_object_id() ) as $language => $id ) {
			if ( 'publish' === get_post_status( $id ) && ! post_password_required( $id ) ) {
				$urls[ $language ] = get_permalink( $id );
			}
		}
	}
	$is_pair = isset( $urls[ (string) dualpress_language() ] ) && count( $urls ) > 1;
	return $is_pair ? $urls : array();
}

/**
 * The links to the page's versions, as HTML; nothing where there is but one.
 */
function dualpress_switcher() {
	$languages = dualpress_languages();
	$items     = '';
	foreach ( dualpress_versions() as $code => $url ) {
		$items .= sprintf(
			'<li><a href="%1$s" hreflang="%2$s" lang="%2$s"%3$s>%4$s</a></li>',
			esc_url( $url ),
			esc_attr( $code ),
			dualpress_language() === $code ? ' aria-current="page"' : '',
			esc_html( $languages[ $code ]['name'] )
		);
	}
	if ( '' === $items ) {
		return '';
	}
	return '<nav class="dp-switch" aria-label="Language / भाषा" translate="no"><ul>' . $items . '</ul></nav>';
}

/**
 * Puts the switcher above a post, unless the theme puts it elsewhere:
 * add_filter( 'dualpress_switcher_in_content', '__return_false' );
 */
function dualpress_content( $content ) {
	if ( is_feed() || doing_filter( 'get_the_excerpt' ) || ! in_the_loop() ) {
		return $content;
	}
	if ( ! is_singular() || ! is_main_query() || get_the_ID() !== get_queried_object_id() ) {
		return dualpress_marked( $content );
	}
	return apply_filters( 'dualpress_switcher_in_content', true ) ? dualpress_switcher() . $content : $content;
}

/**
 * Says the language of a post in a list that is in another.
 */
function dualpress_marked( $content ) {
	$language = is_feed() ? null : dualpress_language_of( get_the_ID() );
	$here     = dualpress_language() ?? strtolower( substr( get_locale(), 0, 2 ) );
	if ( null === $language || $language === $here || '' === trim( $content ) ) {
		return $content;
	}
	return '<div lang="' . esc_attr( $language ) . '">' . $content . '</div>';
}

/**
 * Says in the head which versions there are, and the locale where no SEO plugin does.
 */
function dualpress_head() {
	$versions  = dualpress_versions();
	$languages = dualpress_languages();
	$settings  = dualpress_settings();
	foreach ( $versions as $code => $url ) {
		printf( '<link rel="alternate" hreflang="%s" href="%s">' . "\n", esc_attr( $code ), esc_url( $url ) );
	}
	$default = isset( $settings['default'], $versions[ $settings['default'] ] ) ? $versions[ $settings['default'] ] : null;
	if ( null !== $default ) {
		printf( '<link rel="alternate" hreflang="x-default" href="%s">' . "\n", esc_url( $default ) );
	}
	if ( null === dualpress_language() || defined( 'WPSEO_VERSION' ) || class_exists( 'RankMath' ) ) {
		return;
	}
	printf( '<meta property="og:locale" content="%s">' . "\n", esc_attr( dualpress_locale( '' ) ) );
	foreach ( array_diff_key( $versions, array( dualpress_language() => '' ) ) as $code => $url ) {
		printf( '<meta property="og:locale:alternate" content="%s">' . "\n", esc_attr( $languages[ $code ]['locale'] ) );
	}
}

/**
 * The locale of the page; the one given where it is none of a pair.
 */
function dualpress_locale( $locale ) {
	$languages = dualpress_languages();
	$language  = dualpress_language();
	return null === $language ? $locale : $languages[ $language ]['locale'];
}

/**
 * Lets the theme speak the language of the post, if WordPress has that language installed.
 */
function dualpress_switch_locale() {
	$locale = 'en' === dualpress_language() ? 'en_US' : dualpress_locale( '' );
	if ( dualpress_is_foreign_theme() ) {
		switch_to_locale( $locale );
	}
}

/**
 * Says that the form for comments is in the theme's language, where that is another.
 */
function dualpress_form_start() {
	echo dualpress_is_foreign_theme() ? '<div lang="' . esc_attr( get_bloginfo( 'language' ) ) . '">' : '';
}

/**
 * Ends what dualpress_form_start() began.
 */
function dualpress_form_end() {
	echo dualpress_is_foreign_theme() ? '</div>' : '';
}

/**
 * Whether the theme speaks another language than the post.
 */
function dualpress_is_foreign_theme() {
	$language = dualpress_language();
	return null !== $language && strtolower( substr( get_locale(), 0, 2 ) ) !== $language;
}

/**
 * Lets the page say its own language, and not the site's.
 */
function dualpress_language_attributes( $attributes ) {
	$language = dualpress_language();
	if ( null === $language ) {
		return $attributes;
	}
	return preg_replace( '/\blang="[^"]*"/', 'lang="' . esc_attr( $language ) . '"', $attributes );
}

/**
 * Loads the style of the switcher and of Devanagari, and what the switcher can do.
 */
function dualpress_assets() {
	$settings = dualpress_settings();
	$version  = isset( $settings['version'] ) ? (string) $settings['version'] : null;
	if ( null !== dualpress_language() ) {
		wp_enqueue_style( 'dualpress-switcher', plugins_url( 'dualpress.css', __FILE__ ), array(), $version );
	}
	if ( dualpress_versions() ) {
		wp_enqueue_script( 'dualpress-switcher', plugins_url( 'dualpress.js', __FILE__ ), array(), $version, false );
	}
}

/**
 * Tells the script what it may do; it runs when the page is there.
 */
function dualpress_script_tag( $tag, $handle ) {
	if ( 'dualpress-switcher' !== $handle ) {
		return $tag;
	}
	$settings = dualpress_settings();
	$told     = ' defer';
	foreach ( isset( $settings['script'] ) ? (array) $settings['script'] : array() as $name => $value ) {
		$told .= sprintf( ' data-%s="%s"', esc_attr( $name ), esc_attr( $value ) );
	}
	return str_replace( '<script ', '<script' . $told . ' ', $tag );
}

add_filter( 'the_content', 'dualpress_content', 20 );
add_filter( 'the_excerpt', 'dualpress_marked', 20 );
add_filter( 'language_attributes', 'dualpress_language_attributes', 20 );
add_filter( 'script_loader_tag', 'dualpress_script_tag', 10, 2 );
add_filter( 'wpseo_og_locale', 'dualpress_locale' );
add_filter( 'rank_math/opengraph/facebook/og_locale', 'dualpress_locale' );
add_action( 'comment_form_before', 'dualpress_form_start' );
add_action( 'comment_form_after', 'dualpress_form_end' );
add_action( 'wp', 'dualpress_switch_locale' );
add_action( 'wp_head', 'dualpress_head', 1 );
add_action( 'wp_enqueue_scripts', 'dualpress_assets' );
add_shortcode( 'dualpress_switcher', 'dualpress_switcher' );
