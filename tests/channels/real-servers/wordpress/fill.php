<?php
// Installs WordPress without a browser, and fills it: posts, pages, a type of its own, comments, media, and what nobody may see.
define('WP_INSTALLING', true);
require getcwd() . '/wp-load.php';
require_once ABSPATH . 'wp-admin/includes/upgrade.php';
require_once ABSPATH . 'wp-admin/includes/image.php';
add_filter('pre_wp_mail', '__return_true');
wp_install('Aurora Kaffee', 'mira', 'mira@example.org', true, '', 'lastpost');
wp_delete_post(1, true);
wp_delete_post(2, true);
wp_delete_post(3, true);
foreach (['template' => 'twentytwentyone', 'stylesheet' => 'twentytwentyone', 'timezone_string' => 'Europe/Berlin',
    'permalink_structure' => '/%year%/%monthnum%/%postname%/', 'posts_per_page' => 4, 'posts_per_rss' => 4,
    'blogdescription' => 'Seit 2016', 'thread_comments' => 1, 'show_avatars' => 0] as $name => $value) update_option($name, $value);


function medium(string $name, string $bytes, int $parent, string $alt): int
{
    $file = wp_upload_dir()['path'] . "/$name";
    file_put_contents($file, $bytes);
    $id = wp_insert_attachment(['post_mime_type' => wp_check_filetype($file)['type'], 'post_title' => $name, 'post_status' => 'inherit'], $file, $parent);
    wp_update_attachment_metadata($id, wp_generate_attachment_metadata($id, $file));
    if ($alt !== '') update_post_meta($id, '_wp_attachment_image_alt', $alt);
    return $id;
}

function picture(string $name, int $parent, string $alt): int
{
    $image = imagecreatetruecolor(1600, 1000);
    for ($x = 0; $x < 16; $x++) imagefilledrectangle($image, $x * 100, 0, $x * 100 + 99, 1000, imagecolorallocate($image, crc32($name) % 200, $x * 15, 90));
    ob_start();
    imagejpeg($image, null, 60);
    return medium($name, ob_get_clean(), $parent, $alt);
}

$say = fn(int $post, int $parent, int $user, string $who, string $text, int $approved = 1) => wp_insert_comment([
    'comment_post_ID' => $post, 'comment_parent' => $parent, 'user_id' => $user, 'comment_author' => $who, 'comment_content' => $text,
    'comment_author_email' => 'x@example.org', 'comment_approved' => $approved, 'comment_date_gmt' => '2026-02-01 10:00:00', 'comment_date' => '2026-02-01 11:00:00']);
$publish = fn(array $parts) => wp_insert_post(wp_slash($parts + ['post_status' => 'publish', 'post_author' => 1, 'post_content' => '<p>Röstung & Grüße.</p>']));

$first = 0;
for ($n = 1; $n <= 11; $n++) {
    $id = $publish(['post_title' => "Röstung $n & mehr", 'post_date' => sprintf('2025-%02d-05 09:30:00', $n), 'tags_input' => ['Kaffee', "Tag $n"],
        'post_content' => "<!-- wp:paragraph --><p>Charge $n: <em>Huila</em>, „frisch“ geröstet.</p><!-- /wp:paragraph -->" . ($n % 3 === 0 ? "\n<!-- wp:more --><!--more--><!-- /wp:more -->\n<p>Und mehr.</p>" : '')]);
    $first = $first ?: $id;
    if ($n % 4 === 0) set_post_thumbnail($id, picture("charge-$n.jpg", $id, "Ein Sack, Nr. $n"));
    for ($c = 0; $c < $n % 3; $c++) {
        $asked = $say($id, 0, 0, "Leserin $c", "Wie schmeckt Nr. $n?");
        $say($id, $asked, 1, 'mira', 'Nach Kakao.');
    }
}
stick_post($first);
$all = $publish(['post_title' => 'Alles auf einmal', 'post_date' => '2026-01-05 09:30:00']);
$gallery = array_map(fn($n) => picture("galerie-$n.jpg", $all, "Galerie $n"), [1, 2, 3]);
$price = medium('Preisliste.pdf', "%PDF-1.4\n%%EOF\n", $all, '');
medium('klang.mp3', str_repeat("\xff\xfb\x90\x00" . str_repeat("\0", 413), 20), $all, '');
medium('film.mp4', "\0\0\0\x18ftypmp42\0\0\0\0mp42isom" . str_repeat("\0", 4000), $all, '');
picture('ungezeigt.jpg', 0, 'In keinem Beitrag');
$url = wp_upload_dir()['url'];
wp_update_post(wp_slash(['ID' => $all, 'post_content' => '<p>Anfang.</p>[gallery ids="' . implode(',', $gallery) . '" link="file"]'
    . '<p><a href="' . wp_get_attachment_url($price) . '">Preisliste</a></p>[audio src="' . "$url/klang.mp3" . '"][video src="' . "$url/film.mp4" . '" width="640" height="360"]'
    . "<!--nextpage--><p>Seite zwei.</p>"]));
$about = $publish(['post_type' => 'page', 'post_title' => 'Über uns']);
$publish(['post_type' => 'page', 'post_title' => 'Geschichte', 'post_parent' => $about]);
$publish(['post_type' => 'page', 'post_title' => 'Von nirgends verlinkt', 'post_name' => 'unverlinkt']);
foreach (['Glocke', 'Mühle'] as $name) $publish(['post_type' => 'bell', 'post_title' => $name]);
foreach (['private', 'draft', 'trash', 'pending'] as $status) $publish(['post_title' => "GEHEIM $status", 'post_status' => $status]);
$publish(['post_title' => 'GEHEIM future', 'post_status' => 'future', 'post_date' => '2099-01-01 10:00:00']);
$say($first, 0, 0, 'Spammer', 'GEHEIM wartet', 0);
// An edit, half a year after it was published.
$GLOBALS['wpdb']->update($GLOBALS['wpdb']->posts, ['post_modified' => '2025-08-05 09:30:00', 'post_modified_gmt' => '2025-08-05 07:30:00'], ['ID' => $first]);
update_option('edited_post', $first);
delete_option('rewrite_rules');
