<?php
// What a stranger may see, straight from the database.
require getcwd() . '/wp-load.php';
$posts = get_posts(['post_type' => ['post', 'page', 'bell'], 'post_status' => 'publish', 'numberposts' => -1]);
$comments = get_comments(['status' => 'approve']);
echo json_encode([
    'posts' => array_map(fn($post) => ['id' => (string) $post->ID, 'type' => $post->post_type, 'title' => $post->post_title,
        'url' => get_permalink($post), 'published' => str_replace(' ', 'T', $post->post_date_gmt) . '.000Z'], $posts),
    'comments' => array_map(fn($comment) => ['id' => "comment-$comment->comment_ID", 'isOwn' => $comment->user_id > 0,
        'replyTo' => $comment->comment_parent > 0 ? "comment-$comment->comment_parent" : (string) $comment->comment_post_ID], $comments),
    'files' => array_map('wp_get_attachment_url', get_posts(['post_type' => 'attachment', 'numberposts' => -1, 'fields' => 'ids'])),
    'edited' => (string) get_option('edited_post'),
]);
