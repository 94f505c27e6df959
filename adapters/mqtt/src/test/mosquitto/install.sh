#!/bin/sh
# Make sure that Mosquitto 2 is here, the broker and its command-line tools; from Debian's packages when it is not.
set -eu
PATH="$PATH:/usr/sbin:/usr/local/sbin"

missing() {
    for tool in mosquitto mosquitto_passwd mosquitto_pub; do
        command -v "$tool" >/dev/null || return 0
    done
    return 1
}

fail() {
    echo "$1" >&2
    exit 1
}

if missing; then
    command -v apt-get >/dev/null ||
        fail "Mosquitto 2 is missing, and there is no apt-get here: install it (broker, mosquitto_passwd, mosquitto_pub) and try again."
    if [ "$(id -u)" -eq 0 ]; then
        root=
    elif sudo -n true 2>/dev/null; then
        root="sudo -n"
    else
        fail "Mosquitto 2 is missing, and installing it needs rights that you have not got: run  sudo apt-get install mosquitto mosquitto-clients  and try again."
    fi
    $root apt-get update -q
    $root env DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends mosquitto mosquitto-clients
    missing && fail "Mosquitto is still missing after its installation: see what apt-get says above."
fi

# Its help, which names the version, ends with an error code.
version=$(mosquitto -h || true)
case "$version" in
*"version 1."*) fail "This Mosquitto is older than 2, and does not do what the tests check: install a newer one." ;;
esac
