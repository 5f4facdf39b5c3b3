<?php
// Tools → Export, all content, or one kind of it: what the browser would be sent.
require_once ABSPATH . 'wp-admin/includes/export.php';
ob_start();
export_wp( array( 'content' => $argv[1] ?? 'all' ) );
return base64_encode( ob_get_clean() );
