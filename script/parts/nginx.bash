# A private nginx on a spare loopback port that serves a folder of files, as the yardstick of what a server can do. Sourced, never run.
#
#   nginx_start    exports STEADFAST_NGINX (http://127.0.0.1:PORT) and STEADFAST_NGINX_FILES (put files there)
#   nginx_stop     stops it and removes its files; safe to call when nothing was started

nginx_directory=''

nginx_start() {
    [[ -x /usr/sbin/nginx ]] || fail "nginx is not there. Run script/setup, which installs it."
    nginx_directory=$(mktemp -d "${TMPDIR:-/tmp}/steadfast-nginx.XXXXXX")
    chmod 755 "$nginx_directory"
    mkdir "$nginx_directory/files"
    local -r port=$(spare_port)
    cat >"$nginx_directory/nginx.conf" <<CONF
pid $nginx_directory/pid;
error_log $nginx_directory/error.log;
worker_processes auto;
events { worker_connections 4096; }
http {
    access_log off;
    sendfile on;
    keepalive_requests 1000000;
    client_body_temp_path $nginx_directory/body;
    proxy_temp_path $nginx_directory/proxy;
    fastcgi_temp_path $nginx_directory/fastcgi;
    uwsgi_temp_path $nginx_directory/uwsgi;
    scgi_temp_path $nginx_directory/scgi;
    types { text/html html; }
    server {
        listen 127.0.0.1:$port;
        root $nginx_directory/files;
    }
}
CONF
    if ! /usr/sbin/nginx -e "$nginx_directory/error.log" -c "$nginx_directory/nginx.conf"; then
        cat "$nginx_directory/error.log" >&2
        fail "nginx did not start. What it said is above."
    fi
    export STEADFAST_NGINX=http://127.0.0.1:$port STEADFAST_NGINX_FILES=$nginx_directory/files
}

nginx_stop() {
    [[ $nginx_directory ]] || return 0
    [[ ! -f $nginx_directory/pid ]] || kill "$(<"$nginx_directory/pid")" 2>/dev/null || true
    rm -rf "$nginx_directory"
    nginx_directory=''
}
