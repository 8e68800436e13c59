<?php
// Takes one post away while the sitemap, out of a cache, still has it.
require getcwd() . '/wp-load.php';
update_option('kept_sitemap', file_get_contents('php://stdin'));
wp_trash_post((int) $argv[1]);
