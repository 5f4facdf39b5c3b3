<?php
// A plugin that keeps languages as Polylang does: in the taxonomies `language` and
// `post_translations`, and with the REST fields `lang` and `translations`.
add_action(
	'init',
	function () {
		foreach ( array( 'language', 'post_translations' ) as $taxonomy ) {
			register_taxonomy( $taxonomy, array( 'post', 'page' ), array( 'public' => false ) );
		}
		foreach ( array( 'term_language', 'term_translations' ) as $taxonomy ) {
			register_taxonomy( $taxonomy, array(), array( 'public' => false ) );
		}
	},
	0
);

function languages_of( $id ) {
	$groups = wp_get_object_terms( $id, 'post_translations' );
	return $groups ? unserialize( $groups[0]->description, array( 'allowed_classes' => false ) ) : array();
}

function language_of( $id ) {
	$found = wp_get_object_terms( $id, 'language', array( 'fields' => 'slugs' ) );
	return $found[0] ?? null;
}

add_action(
	'rest_api_init',
	function () {
		register_rest_field(
			array( 'post', 'page' ),
			'lang',
			array(
				'get_callback'    => fn ( $post ) => language_of( $post['id'] ),
				'update_callback' => fn ( $slug, $post ) => wp_set_object_terms( $post->ID, $slug, 'language' ),
				'schema'          => array( 'type' => 'string', 'context' => array( 'view', 'edit' ) ),
			)
		);
		register_rest_field(
			array( 'post', 'page' ),
			'translations',
			array(
				'get_callback'    => fn ( $post ) => (object) languages_of( $post['id'] ),
				'update_callback' => function ( $ids, $post ) {
					$ids = array_map( 'intval', (array) $ids );
					$ids[ language_of( $post->ID ) ] = $post->ID;
					$old  = array_merge( ...array_map( fn ( $id ) => wp_get_object_terms( $id, 'post_translations' ), array_values( $ids ) ) );
					$term = $old ? $old[0]->term_id : wp_insert_term( uniqid( 'pll_' ), 'post_translations' )['term_id'];
					wp_update_term( $term, 'post_translations', array( 'description' => wp_slash( serialize( $ids ) ) ) );
					foreach ( $ids as $id ) {
						wp_set_object_terms( $id, $term, 'post_translations' );
					}
				},
				'schema'          => array( 'type' => 'object', 'context' => array( 'view', 'edit' ) ),
			)
		);
	}
);
