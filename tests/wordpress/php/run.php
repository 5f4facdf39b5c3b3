<?php
// Runs a script inside WordPress as its editor: php run.php SCRIPT ARGUMENT… Prints JSON.
require __DIR__ . '/wp-load.php';
wp_set_current_user( 1 );
array_shift( $argv );
echo wp_json_encode( require $argv[0] );
