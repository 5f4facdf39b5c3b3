<?php
// Takes a WXR file as Tools → Import does: import.php FILE. Returns old ids by new ones.
//
// The importer is a plugin that Debian does not have. This is its order of work with
// WordPress's own functions: terms, then posts, each of which is left alone if a post of its
// title and date is there; at last what Polylang does, which maps the ids of its translations.
require_once ABSPATH . 'wp-admin/includes/admin.php';

$xml = simplexml_load_file( $argv[1], 'SimpleXMLElement', LIBXML_NONET );
if ( ! $xml ) {
	throw new Exception( 'the file is no XML' );
}
$wp    = $xml->getDocNamespaces( true )['wp'];
$terms = array();
$made  = array();

$insert = function ( $taxonomy, $name, $slug, $about, $parent ) use ( &$terms ) {
	$found = term_exists( $slug, $taxonomy );
	if ( ! $found ) {
		$above = $parent ? term_exists( $parent, $taxonomy ) : null;
		$found = wp_insert_term(
			wp_slash( $name ),
			$taxonomy,
			array(
				'slug'        => $slug,
				'description' => wp_slash( $about ),
				'parent'      => $above ? (int) $above['term_id'] : 0,
			)
		);
	}
	if ( is_wp_error( $found ) ) {
		throw new Exception( "$taxonomy $name: " . $found->get_error_message() );
	}
	return (int) $found['term_id'];
};

foreach ( $xml->xpath( '/rss/channel/wp:category' ) as $one ) {
	$t                            = $one->children( $wp );
	$terms[ (int) $t->term_id ] = $insert( 'category', (string) $t->cat_name, (string) $t->category_nicename, (string) $t->category_description, (string) $t->category_parent );
}
foreach ( $xml->xpath( '/rss/channel/wp:tag' ) as $one ) {
	$t                            = $one->children( $wp );
	$terms[ (int) $t->term_id ] = $insert( 'post_tag', (string) $t->tag_name, (string) $t->tag_slug, (string) $t->tag_description, '' );
}
$translations = array();
foreach ( $xml->xpath( '/rss/channel/wp:term' ) as $one ) {
	$t        = $one->children( $wp );
	$taxonomy = (string) $t->term_taxonomy;
	if ( ! taxonomy_exists( $taxonomy ) ) {
		continue;
	}
	$id                           = $insert( $taxonomy, (string) $t->term_name, (string) $t->term_slug, (string) $t->term_description, (string) $t->term_parent );
	$terms[ (int) $t->term_id ] = $id;
	if ( in_array( $taxonomy, array( 'post_translations', 'term_translations' ), true ) ) {
		$translations[] = array( $taxonomy, $id, unserialize( (string) $t->term_description, array( 'allowed_classes' => false ) ) );
	}
}
foreach ( $xml->channel->item as $item ) {
	$p     = $item->children( $wp );
	$title = (string) $item->title;
	$type  = (string) $p->post_type;
	$known = post_exists( $title, '', (string) $p->post_date, $type );
	// What is there stays as it is, but for the terms and meta below.
	$id = $known && get_post_type( $known ) === $type ? $known : wp_insert_post(
		wp_slash(
			array(
				'import_id'     => (int) $p->post_id,
				'post_author'   => 1,
				'post_date'     => (string) $p->post_date,
				'post_date_gmt' => (string) $p->post_date_gmt,
				'post_content'  => (string) $item->children( 'http://purl.org/rss/1.0/modules/content/' )->encoded,
				'post_excerpt'  => (string) $item->children( $xml->getDocNamespaces( true )['excerpt'] )->encoded,
				'post_title'    => $title,
				'post_status'   => (string) $p->status,
				'post_name'     => (string) $p->post_name,
				'guid'          => (string) $item->guid,
				'post_type'     => $type,
			)
		),
		true
	);
	if ( is_wp_error( $id ) ) {
		throw new Exception( "$title: " . $id->get_error_message() );
	}
	$made[ (int) $p->post_id ] = $id;
	$given                     = array();
	foreach ( $item->category as $term ) {
		$taxonomy = 'tag' === (string) $term['domain'] ? 'post_tag' : (string) $term['domain'];
		if ( taxonomy_exists( $taxonomy ) ) {
			$given[ $taxonomy ][] = $insert( $taxonomy, (string) $term, (string) $term['nicename'], '', '' );
		}
	}
	foreach ( $given as $taxonomy => $ids ) {
		wp_set_post_terms( $id, $ids, $taxonomy );
	}
	foreach ( $p->postmeta as $meta ) {
		$m = $meta->children( $wp );
		add_post_meta( $id, wp_slash( (string) $m->meta_key ), wp_slash( maybe_unserialize( (string) $m->meta_value ) ) );
	}
}
foreach ( $translations as list( $taxonomy, $id, $old ) ) {
	$map = 'post_translations' === $taxonomy ? $made : $terms;
	$new = array();
	foreach ( $old as $language => $number ) {
		if ( $number && ! empty( $map[ $number ] ) ) {
			$new[ $language ] = $map[ $number ];
			if ( 'term_translations' === $taxonomy ) {
				wp_set_object_terms( $map[ $number ], 'pll_' . $language, 'term_language' );
				wp_set_object_terms( $map[ $number ], $id, 'term_translations' );
			} else {
				wp_set_object_terms( $map[ $number ], $id, 'post_translations' );
			}
		}
	}
	wp_update_term( $id, $taxonomy, array( 'description' => wp_slash( serialize( $new ) ) ) );
}
return $made;
