<?php
// Switches a plugin on: activate.php FOLDER/FILE.
require_once ABSPATH . 'wp-admin/includes/plugin.php';
$problem = activate_plugin( $argv[1] );
if ( is_wp_error( $problem ) ) {
	throw new Exception( $problem->get_error_message() );
}
return true;
