<?php
// All posts and pages as they are stored, with their terms and meta.
$found = array();
foreach ( get_posts( array( 'post_type' => array( 'post', 'page' ), 'post_status' => 'any', 'numberposts' => -1, 'orderby' => 'ID', 'order' => 'ASC', 'suppress_filters' => true, 'lang' => '' ) ) as $post ) {
	$terms = array();
	foreach ( get_object_taxonomies( $post->post_type ) as $taxonomy ) {
		$terms[ $taxonomy ] = wp_get_object_terms( $post->ID, $taxonomy, array( 'fields' => 'names' ) );
	}
	$found[] = array(
		'id'      => $post->ID,
		'type'    => $post->post_type,
		'status'  => $post->post_status,
		'slug'    => urldecode( $post->post_name ),
		'title'   => $post->post_title,
		'body'    => $post->post_content,
		'excerpt' => $post->post_excerpt,
		'date'    => $post->post_date,
		'terms'   => $terms,
		'meta'    => array_map( 'current', get_post_meta( $post->ID ) ),
		'link'    => get_permalink( $post ),
	);
}
return $found;
