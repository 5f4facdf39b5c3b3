<?php
// Sets a new site up: php setup.php ADDRESS. Prints its user's application password.
define( 'WP_INSTALLING', true );
$_SERVER['HTTP_HOST'] = parse_url( $argv[1], PHP_URL_HOST ) . ':' . parse_url( $argv[1], PHP_URL_PORT );
require __DIR__ . '/wp-load.php';
require_once ABSPATH . 'wp-admin/includes/upgrade.php';
wp_install( 'The Morning Desk', 'editor', 'editor@example.org', true, '', 'a password of the tests' );
update_option( 'permalink_structure', '/%postname%/' );
update_option( 'timezone_string', 'Asia/Kolkata' );
switch_theme( 'twentytwentyone' );
// What WordPress brings along is no article of the tests.
foreach ( get_posts( array( 'post_type' => array( 'post', 'page' ), 'post_status' => 'any', 'numberposts' => -1 ) ) as $post ) {
	wp_delete_post( $post->ID, true );
}
list( $password ) = WP_Application_Passwords::create_new_application_password( 1, array( 'name' => 'dualpress' ) );
$wp_rewrite->init();
$wp_rewrite->flush_rules( false );
echo $password;
