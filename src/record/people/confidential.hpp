#pragma once

#include "record/access/access_index.hpp"
#include "record/access/role.hpp"
#include "record/book/book.hpp"

namespace steadfast::record {

/// Whether a row is an address that is kept confidential: on no list, print, drawing or page of those who need not know it.
[[nodiscard]] bool is_confidential(const Found& found);

/// Whether it is kept from this viewer, as SeenBook asks of every row. Not from whoever recorded it, nor from those who work with
/// somebody who lives there or manage whoever does, nor from those whose role answers for the children of others
/// (Permission::see_confidential_addresses). An address that was recorded in error keeps its secret.
[[nodiscard]] bool is_kept_from(const Book& book, const AccessIndex& access, const Found& found, const Viewer& viewer);

}  // namespace steadfast::record
