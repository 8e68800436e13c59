<?php
// Prints what a reader may see and what not, straight from the database and the disk.
require getcwd() . '/wp-load.php';
$address = fn(array $posts) => array_values(array_map(fn($post) => get_permalink($post), $posts));
$query = fn(string $type, string $status) => get_posts(
    ['post_type' => $type, 'post_status' => $status, 'numberposts' => -1, 'suppress_filters' => true]
);
$terms = fn(string $taxonomy) => array_map('get_term_link', get_terms(['taxonomy' => $taxonomy, 'hide_empty' => true]));
$months = $GLOBALS['wpdb']->get_results("SELECT DISTINCT YEAR(post_date) y, MONTH(post_date) m FROM {$GLOBALS['wpdb']->posts}
    WHERE post_type = 'post' AND post_status = 'publish'");
$hidden = array_merge(
    ...array_map(fn($status) => $query('post', $status), ['private', 'draft', 'future', 'trash', 'pending'])
);
$uploads = wp_get_upload_dir();
$files = new RecursiveIteratorIterator(new RecursiveDirectoryIterator($uploads['basedir'], FilesystemIterator::SKIP_DOTS));
$names = array_map(fn($file) => $uploads['baseurl'] . substr($file->getPathname(), strlen($uploads['basedir'])), iterator_to_array($files, false));
$posts = $query('post', 'publish');
$perPage = (int) get_option('posts_per_page');
$fronts = [];
for ($page = 2; $page <= ceil(count($posts) / $perPage); $page++) $fronts[] = html_entity_decode(get_pagenum_link($page));
echo json_encode([
    'posts' => $address($posts),
    'pages' => $address($query('page', 'publish')),
    'attachments' => $address($query('attachment', 'inherit')),
    'categories' => $terms('category'),
    'tags' => $terms('post_tag'),
    'authors' => array_map(fn($user) => get_author_posts_url($user->ID), get_users(['has_published_posts' => ['post']])),
    'months' => array_map(fn($row) => get_month_link($row->y, $row->m), $months),
    'front pages' => $fronts,
    'uploads' => $names,
    'hidden' => $address($hidden),
], JSON_PRETTY_PRINT | JSON_UNESCAPED_SLASHES | JSON_UNESCAPED_UNICODE) . "\n";
