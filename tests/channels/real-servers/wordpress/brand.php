<?php
// A must-use plugin: a type of post of the brand's own, and a sitemap that a cache has kept for too long.
add_action('init', fn() => register_post_type('bell', [
    'public' => true, 'show_in_rest' => true, 'rest_base' => 'bells', 'label' => 'Bells', 'has_archive' => true,
    'supports' => ['title', 'editor', 'thumbnail', 'author', 'comments'],
]));
add_action('parse_request', function () {
    $kept = get_option('kept_sitemap');
    if (!$kept || parse_url($_SERVER['REQUEST_URI'], PHP_URL_PATH) !== '/wp-sitemap-posts-post-1.xml') return;
    header('Content-Type: application/xml; charset=UTF-8');
    exit($kept);
});
