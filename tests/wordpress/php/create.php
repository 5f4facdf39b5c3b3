<?php
// Posts, with terms and meta, from a JSON file: create.php FILE. Returns their ids.
$made = array();
foreach ( json_decode( file_get_contents( $argv[1] ), true ) as $one ) {
	$terms = $one['terms'] ?? array();
	$meta  = $one['meta'] ?? array();
	unset( $one['terms'], $one['meta'] );
	$id = wp_insert_post( wp_slash( $one ), true );
	if ( is_wp_error( $id ) ) {
		throw new Exception( $id->get_error_message() );
	}
	foreach ( $terms as $taxonomy => $names ) {
		$ids = array();
		foreach ( $names as $name ) {
			$term  = term_exists( $name, $taxonomy ) ?: wp_insert_term( $name, $taxonomy );
			$ids[] = (int) $term['term_id'];
		}
		wp_set_object_terms( $id, $ids, $taxonomy );
	}
	foreach ( $meta as $key => $value ) {
		update_post_meta( $id, $key, wp_slash( $value ) );
	}
	$made[] = $id;
}
return $made;
