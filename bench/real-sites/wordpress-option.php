<?php
// Sets one option.
require getcwd() . '/wp-load.php';
[, $name, $value] = $argv;
update_option($name, $value);
if ($name === 'template') update_option('stylesheet', $value);
delete_option('rewrite_rules'); // made anew by the next request
echo "$name = '$value'\n";
