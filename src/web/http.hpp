#pragma once

// What a page needs to read a request, to answer it and to be found.
#include "web/html.hpp"
#include "web/reply.hpp"
#include "web/request.hpp"
#include "web/response.hpp"
#include "web/router.hpp"
