#!/usr/bin/env bash
# The pages of a large invented council, walked as several roles: how fast, how large, and whether any fails.
set -euo pipefail
exec node "$(dirname "${BASH_SOURCE[0]}")/county_pages.js" "${STEADFAST_COUNTY_CHILDREN:-2000}"
