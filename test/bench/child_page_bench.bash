#!/usr/bin/env bash
# The child's page as a whole council's server answers it, beside nginx with the same bytes.
set -euo pipefail
exec node "$(dirname "${BASH_SOURCE[0]}")/child_page.js"
