#!/bin/sh
# A WordPress from Debian's packages on loopback, filled with forty German and English posts, to take snapshots of.
#   bench/real-sites/wordpress.sh start DIR [PORT]          installs, fills and serves; DIR must not exist or be ours
#   bench/real-sites/wordpress.sh permalinks DIR plain|pretty
#   bench/real-sites/wordpress.sh option DIR NAME VALUE     show_avatars 0, template twentytwentythree, …
#   bench/real-sites/wordpress.sh truth DIR                 what is public and what is not, as JSON
#   bench/real-sites/wordpress.sh stop DIR
# Needs root and: apt-get install wordpress mariadb-server php-fpm php-mysql php-gd php-xml php-mbstring nginx-light \
#   wordpress-theme-twentytwentyone wordpress-theme-twentytwentythree
set -eu
verb=${1:?start, permalinks, option, truth or stop}
dir=$(realpath -m "${2:?a folder}")
here=$(dirname "$(realpath "$0")")
php_fpm=$(ls /usr/sbin/php-fpm* | head -n 1)

in_wordpress() { (cd "$dir/www" && runuser -u www-data -- env PORT="$(cat "$dir/port")" php "$@"); }

wait_for() { # $1: what for, rest: a command that succeeds when it is there
  name=$1; shift
  for _ in $(seq 100); do "$@" >/dev/null 2>&1 && return 0; sleep 0.2; done
  echo "$name did not start; see $dir/log" >&2
  exit 1
}

write_settings() {
  cat > "$dir/www/wp-config.php" <<PHP
<?php
define('DB_NAME', 'wordpress'); define('DB_USER', 'wordpress'); define('DB_PASSWORD', 'wordpress');
define('DB_HOST', 'localhost:$dir/run/db.sock'); define('DB_CHARSET', 'utf8mb4'); define('DB_COLLATE', '');
define('WP_HTTP_BLOCK_EXTERNAL', true); define('AUTOMATIC_UPDATER_DISABLED', true); define('DISABLE_WP_CRON', true);
define('WP_HOME', 'http://127.0.0.1:$port'); define('WP_SITEURL', 'http://127.0.0.1:$port');
\$table_prefix = 'wp_';
if (!defined('ABSPATH')) define('ABSPATH', __DIR__ . '/');
require_once ABSPATH . 'wp-settings.php';
PHP
  cat > "$dir/fpm.conf" <<CONF
[global]
error_log = $dir/log/fpm.log
[www]
user = www-data
group = www-data
listen = $dir/run/fpm.sock
listen.owner = www-data
pm = static
pm.max_children = 4
CONF
  cat > "$dir/nginx.conf" <<CONF
user www-data;
worker_processes 1;
pid $dir/run/nginx.pid;
error_log $dir/log/nginx.log;
events { worker_connections 256; }
http {
  include /etc/nginx/mime.types;
  access_log $dir/log/access.log;
  gzip on;
  gzip_types text/css application/javascript application/json image/svg+xml;
  client_body_temp_path $dir/tmp; fastcgi_temp_path $dir/tmp; proxy_temp_path $dir/tmp;
  uwsgi_temp_path $dir/tmp; scgi_temp_path $dir/tmp;
  server {
    listen 127.0.0.1:$port;
    root $dir/www;
    index index.php;
    location / { try_files \$uri \$uri/ /index.php?\$args; }
    location ~ \.php$ {
      include /etc/nginx/fastcgi_params;
      fastcgi_param SCRIPT_FILENAME \$document_root\$fastcgi_script_name;
      fastcgi_param HTTP_HOST \$host:$port; # Debian's nginx leaves the port out
      fastcgi_pass unix:$dir/run/fpm.sock;
    }
  }
}
CONF
}

start() {
  port=${1:-$(cat "$dir/port" 2>/dev/null || echo 8085)}
  fresh=no
  if [ ! -d "$dir/www" ]; then
    fresh=yes
    mkdir -p "$dir/www" "$dir/log" "$dir/tmp" "$dir/run"
    cp -rL /usr/share/wordpress/. "$dir/www/"
    rm -rf "$dir/www/wp-content/uploads" "$dir/www/.htaccess"
    mkdir -p "$dir/www/wp-content/uploads"
    chown -R www-data: "$dir/www" "$dir/tmp"
    chmod 755 "$dir"; chmod 1777 "$dir/run"
    echo "$port" > "$dir/port"
    mariadb-install-db --no-defaults --datadir="$dir/db" --user=mysql --skip-test-db >"$dir/log/install.log" 2>&1
  fi
  write_settings
  mariadbd --no-defaults --datadir="$dir/db" --user=mysql --socket="$dir/run/db.sock" --pid-file="$dir/run/db.pid" \
    --skip-networking >"$dir/log/mariadb.log" 2>&1 &
  wait_for MariaDB mariadb --no-defaults --socket="$dir/run/db.sock" -e 'SELECT 1'
  if [ $fresh = yes ]; then
    mariadb --no-defaults --socket="$dir/run/db.sock" -e "CREATE DATABASE wordpress CHARACTER SET utf8mb4;
      CREATE USER wordpress@localhost IDENTIFIED BY 'wordpress'; GRANT ALL ON wordpress.* TO wordpress@localhost;"
  fi
  "$php_fpm" --fpm-config "$dir/fpm.conf" --nodaemonize >/dev/null 2>&1 & echo $! > "$dir/run/fpm.pid"
  wait_for php-fpm test -S "$dir/run/fpm.sock"
  nginx -c "$dir/nginx.conf" -e "$dir/log/nginx.log"
  if [ $fresh = yes ]; then
    curl -fsS -o "$dir/log/installer.html" "http://127.0.0.1:$port/wp-admin/install.php?step=2" \
      -d weblog_title='Klangwerk Glocken' -d user_name=admin -d admin_email=admin@example.org \
      -d admin_password=lastpost -d admin_password2=lastpost -d pw_weak=on -d blog_public=1 -d language=
    in_wordpress "$here/wordpress-fill.php"
  fi
  echo "http://127.0.0.1:$port/"
}

stop() {
  for name in nginx fpm db; do [ -s "$dir/run/$name.pid" ] && kill "$(cat "$dir/run/$name.pid")" 2>/dev/null; done
  return 0
}

case $verb in
  start) start "${3:-}" ;;
  permalinks) in_wordpress "$here/wordpress-option.php" permalink_structure "$([ "$3" = plain ] && echo '' || echo '/%year%/%monthnum%/%postname%/')" ;;
  option) in_wordpress "$here/wordpress-option.php" "$3" "$4" ;;
  truth) in_wordpress "$here/wordpress-truth.php" ;;
  stop) stop ;;
  *) echo "Unknown: $verb" >&2; exit 2 ;;
esac
