<?php
// Forty posts, pages, comments, pictures and things nobody may see, made from fixed words so that two runs are alike.
require getcwd() . '/wp-load.php';
require ABSPATH . 'wp-admin/includes/image.php';
require ABSPATH . 'wp-admin/includes/media.php';
mt_srand(7);

const HIDDEN = 'GEHEIM'; // stands in everything that must never be in a snapshot
$german = 'Die Glocke hängt über dem Tor. Wir gießen sie aus Bronze, prüfen den Klang und hören zu. Größe und Höhe zählen; süß ist er nicht, aber er trägt weit übers Tal.';
$english = 'The bell hangs over the gate. We cast it in bronze, tune it by ear and listen again. It carries across the valley, and on a still day beyond it.';
$topics = ['Über die Größe der Glocken', 'Tuning by ear', 'Frühjahrsputz in der Gießerei', 'A visit from the choir', 'Süßes für Bläser', 'What bronze remembers', 'Öfen, Öl und Ärger', 'The last cast of the year'];

wp_delete_post(1, true);
wp_delete_post(2, true);
update_option('blogdescription', 'Glocken seit 1821 – bells since 1821');
update_option('template', 'twentytwentyone');
update_option('stylesheet', 'twentytwentyone');
update_option('permalink_structure', '/%year%/%monthnum%/%postname%/');
update_option('posts_per_page', 6);
update_option('thread_comments', 1);
update_option('page_comments', 1);
update_option('comments_per_page', 5);
update_option('default_comments_page', 'oldest');
update_option('timezone_string', 'Europe/Berlin');

function picture(string $name, int $width, int $height, int $parent, string $caption): int
{
    $image = imagecreatetruecolor($width, $height);
    for ($band = 0; $band < 24; $band++) {
        $colour = imagecolorallocate($image, mt_rand(40, 230), mt_rand(40, 230), mt_rand(40, 230));
        imagefilledrectangle($image, (int) ($width * $band / 24), 0, (int) ($width * ($band + 1) / 24), $height, $colour);
    }
    imagefilledellipse($image, $width / 2, $height / 2, $height * 0.6, $height * 0.6, imagecolorallocate($image, 200, 160, 60));
    $file = wp_upload_dir()['path'] . "/$name";
    str_ends_with($name, '.png') ? imagepng($image, $file) : imagejpeg($image, $file, 85);
    return attach($file, $parent, $caption);
}

function attach(string $file, int $parent, string $title): int
{
    $mime = wp_check_filetype($file)['type'];
    $id = wp_insert_attachment(['post_mime_type' => $mime, 'post_title' => $title, 'post_status' => 'inherit', 'post_excerpt' => $title], $file, $parent);
    wp_update_attachment_metadata($id, wp_generate_attachment_metadata($id, $file));
    update_post_meta($id, '_wp_attachment_image_alt', $title);
    return $id;
}

function figure(int $id, string $size): string
{
    return "<!-- wp:image {\"id\":$id,\"sizeSlug\":\"$size\"} --><figure class=\"wp-block-image size-$size\">" .
        wp_get_attachment_image($id, $size) . "</figure><!-- /wp:image -->\n";
}

function comment(int $post, int $parent, string $who, string $text, $approved = 1): int
{
    return wp_insert_comment(['comment_post_ID' => $post, 'comment_parent' => $parent, 'comment_author' => $who,
        'comment_author_email' => sanitize_title($who) . '@example.org', 'comment_content' => $text,
        'comment_approved' => $approved, 'comment_date' => '2026-02-01 10:00:00']);
}

$editor = wp_insert_user(['user_login' => 'jule', 'user_pass' => 'lastpost', 'display_name' => 'Jule Weiß', 'role' => 'editor', 'user_email' => 'jule@example.org']);
wp_insert_user(['user_login' => 'nobody', 'user_pass' => 'lastpost', 'display_name' => 'Without Posts', 'role' => 'author', 'user_email' => 'nobody@example.org']);
$workshop = wp_insert_term('Werkstatt', 'category')['term_id'];
$categories = [$workshop, wp_insert_term('Gießerei', 'category', ['parent' => $workshop])['term_id'], wp_insert_term('Journeys', 'category')['term_id']];
wp_insert_term('Empty shelf', 'category');
$tags = ['Bronze', 'Klang', 'größer', 'tower', '日本'];

$posts = [];
for ($n = 1; $n <= 40; $n++) {
    $isGerman = $n % 2 === 1;
    $words = $isGerman ? $german : $english;
    $id = wp_insert_post([
        'post_title' => $topics[$n % 8] . ($n > 8 ? " ($n)" : ''),
        'post_status' => 'publish',
        'post_author' => $n % 3 === 0 ? $editor : 1,
        'post_date' => sprintf('%d-%02d-%02d 09:30:00', 2025 + intdiv($n, 25), 1 + ($n * 2) % 12, 1 + $n % 27),
        'post_category' => [$categories[$n % 3]],
        'tags_input' => [$tags[$n % 5], $tags[($n + 2) % 5]],
        'post_content' => "<!-- wp:paragraph --><p lang=\"" . ($isGerman ? 'de' : 'en') . "\">" . str_repeat("$words ", 4) . "</p><!-- /wp:paragraph -->\n" .
            ($n % 4 === 0 ? "<!-- wp:more --><!--more--><!-- /wp:more -->\n" : '') . "<p>$words</p>",
    ], true);
    $posts[$n] = $id;
    if ($n % 3 === 0) {
        $name = $n === 3 ? 'Glöckchen im Frühling.jpg' : ($n % 2 ? "glocke-$n.jpg" : "bell-$n.png");
        $shown = picture($name, 2000, 1300, $id, "Bild $n: die Glocke");
        set_post_thumbnail($id, $shown);
        wp_update_post(['ID' => $id, 'post_content' => get_post($id)->post_content . figure($shown, 'large')]);
    }
    for ($c = 0; $c < $n % 4; $c++) {
        $first = comment($id, 0, "Leser $c", "Schöner Beitrag, danke! Grüße Nr. $c");
        if ($c > 0) comment($id, comment($id, $first, 'Jule Weiß', 'Danke schön.'), "Leser $c", 'Gern, und auf bald.');
    }
}

// One post with everything: gallery, PDF, sound, film, an embedded post of our own, two pages, many comments.
$all = $posts[40];
$gallery = array_map(fn($n) => picture("galerie-$n.jpg", 1600, 1200, $all, "Galerie $n"), range(1, 6));
$pdf = wp_upload_dir()['path'] . '/Preisliste.pdf';
file_put_contents($pdf, "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 200]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n");
$price = attach($pdf, $all, 'Preisliste 2026');
$sound = wp_upload_dir()['path'] . '/klang.wav';
$samples = '';
for ($i = 0; $i < 22050; $i++) $samples .= pack('v', ((int) (12000 * sin($i / 8) * exp(-$i / 9000))) & 0xffff);
file_put_contents($sound, 'RIFF' . pack('V', 36 + strlen($samples)) . 'WAVEfmt ' . pack('VvvVVvv', 16, 1, 1, 22050, 44100, 2, 16) . 'data' . pack('V', strlen($samples)) . $samples);
attach($sound, $all, 'Der Klang');
$film = wp_upload_dir()['path'] . '/film.mp4';
copy(dirname(__DIR__, 2) . '/demo/assets/blog/uploads/2025/06/wie-eine-glocke-entsteht.mp4', $film);
attach($film, $all, 'Wie eine Glocke entsteht');
wp_update_post(['ID' => $all, 'post_title' => 'Alles auf einmal', 'post_content' =>
    "<!-- wp:paragraph --><p>$german</p><!-- /wp:paragraph -->\n" .
    '[gallery ids="' . implode(',', $gallery) . '" columns="3" link="file"]' . "\n" .
    '<p><a href="' . wp_get_attachment_url($price) . '">Preisliste (PDF)</a> · <a href="/2025/01/gibt-es-nicht/">Gibt es nicht</a></p>' . "\n" .
    '[audio src="' . wp_upload_dir()['url'] . '/klang.wav"]' . "\n" . '[video src="' . wp_upload_dir()['url'] . '/film.mp4" width="640" height="360"]' . "\n" .
    get_permalink($posts[3]) . "\n\n<!--nextpage-->\n<p>Seite zwei. $english</p>[gallery ids=\"" . implode(',', array_slice($gallery, 0, 3)) . '"]']);
for ($c = 0; $c < 12; $c++) {
    $first = comment($all, 0, "Gast $c", "Kommentar $c: wie groß ist sie?");
    comment($all, $first, 'Jule Weiß', "Antwort $c: ziemlich groß.");
}
comment($all, 0, 'Spammer', HIDDEN . '-comment waits for approval', 0);
stick_post($posts[12]);
update_option('site_icon', picture('siegel.png', 512, 512, 0, 'Siegel'));

$about = wp_insert_post(['post_type' => 'page', 'post_title' => 'Über uns', 'post_status' => 'publish', 'post_content' => "<p>$german</p>"]);
wp_insert_post(['post_type' => 'page', 'post_title' => 'Geschichte', 'post_parent' => $about, 'post_status' => 'publish', 'post_content' => "<p>$german</p>"]);
wp_insert_post(['post_type' => 'page', 'post_title' => 'Imprint', 'post_status' => 'publish', 'post_content' => "<p>$english</p>"]);
$unlinked = wp_insert_post(['post_type' => 'page', 'post_title' => 'Linked from nowhere', 'post_name' => 'unlinked', 'post_status' => 'publish', 'post_content' => "<p>$english</p>"]);
wp_insert_post(['post_title' => '日本からの鐘', 'post_author' => $editor, 'post_status' => 'publish', 'post_date' => '2025-05-05 10:00:00', 'post_content' => '<p>鐘は青銅でできています。</p>']);
wp_insert_post(['post_title' => 'Behind a word', 'post_author' => $editor, 'post_status' => 'publish', 'post_password' => 'glocke', 'post_content' => HIDDEN . '-password']);
foreach (['private', 'draft', 'trash', 'pending'] as $status) {
    wp_insert_post(['post_title' => HIDDEN . "-$status-title", 'post_status' => $status, 'post_content' => HIDDEN . "-$status", 'post_date' => '2025-06-01 10:00:00']);
}
wp_insert_post(['post_title' => HIDDEN . '-future-title', 'post_status' => 'future', 'post_content' => HIDDEN . '-future', 'post_date' => '2099-01-01 10:00:00']);

$widgets = ['calendar' => [], 'archives' => ['dropdown' => 0], 'categories' => ['hierarchical' => 1], 'tag_cloud' => ['taxonomy' => 'post_tag'],
    'recent-comments' => ['number' => 5], 'recent-posts' => ['number' => 5], 'meta' => [], 'search' => [], 'pages' => ['exclude' => (string) $unlinked]];
foreach ($widgets as $name => $settings) update_option("widget_$name", [2 => $settings + ['title' => ''], '_multiwidget' => 1]);
update_option('sidebars_widgets', ['sidebar-1' => array_map(fn($name) => "$name-2", array_keys($widgets)), 'wp_inactive_widgets' => [], 'array_version' => 3]);
delete_option('rewrite_rules'); // made anew by the next request, which knows the new address form
echo count(get_posts(['numberposts' => -1])), " posts\n";
