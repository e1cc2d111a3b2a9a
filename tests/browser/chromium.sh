#!/bin/sh
# Sees to it that there is a Chromium for the walks; on Debian, as root, it installs the system's own when it is missing.
set -eu

there() { command -v chromium >/dev/null || command -v chromium-browser >/dev/null; }

there && exit 0
if command -v apt-get >/dev/null && [ "$(id -u)" = 0 ]; then
    echo "Tenun: memasang Chromium dari Debian (sekali saja) ..."
    log=$(mktemp)
    {
        apt-get update -qq || true # Without a network there may still be lists and packages.
        DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium fonts-liberation
    } >"$log" 2>&1 || tail -n 20 "$log" >&2
    rm -f "$log"
    there && exit 0
fi
echo "Tenun: Chromium belum ada dan tidak dapat dipasang dari sini. Pasang dahulu: apt-get install chromium" >&2
exit 2
