# What nearly every file includes, read by the compiler once for each library and test program. Continuous integration builds
# from nothing and asks for it; elsewhere ccache does better without.
option(STEADFAST_PRECOMPILED "Precompile the headers that nearly every file includes" OFF)

function(house_precompile NAME)
    if(STEADFAST_PRECOMPILED)
        target_precompile_headers(${NAME} PRIVATE <algorithm> <array> <atomic> <chrono> <functional> <map> <memory> <mutex> <optional> <set> <span>
            <string> <string_view> <thread> <unordered_map> <variant> <vector> <fmt/format.h> ${ARGN})
    endif()
endfunction()

# house_library(NAME DEPENDS other libraries of the house... USES libraries from outside...)
#
# Takes every .cpp below src/NAME. Files named *_test.cpp stand beside what they test and become the
# program NAME_test; a file below src/NAME is found by walking the folder, never by a list here.
function(house_library NAME)
    cmake_parse_arguments(ARG "" "" "DEPENDS;USES" ${ARGN})
    file(GLOB_RECURSE SOURCES CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/src/${NAME}/*.cpp)
    set(TESTS ${SOURCES})
    list(FILTER SOURCES EXCLUDE REGEX "_test\\.cpp$")
    list(FILTER SOURCES EXCLUDE REGEX "/main\\.cpp$")
    list(FILTER TESTS INCLUDE REGEX "_test\\.cpp$")

    house_outside(OUTSIDE ${ARG_USES})
    add_library(${NAME} STATIC ${SOURCES} ${PROJECT_SOURCE_DIR}/cmake/room.cpp)
    target_include_directories(${NAME} PUBLIC ${PROJECT_SOURCE_DIR}/src)
    target_link_libraries(${NAME} PUBLIC ${ARG_DEPENDS} ${OUTSIDE} tl::expected PRIVATE house_warnings)
    house_precompile(${NAME})
    if(TESTS)
        house_test(${NAME}_test ${NAME} ${TESTS})
    endif()
endfunction()

# house_sees_alone(LIBRARY OUTSIDE FILE): of a whole library one file includes a library from outside with large headers; the
# others are compiled as if it were not there, and what links the library links it too.
function(house_sees_alone LIBRARY OUTSIDE FILE)
    house_outside(TARGET ${OUTSIDE})
    list(TRANSFORM INCLUDES_${OUTSIDE} PREPEND "-isystem" OUTPUT_VARIABLE SEEN)
    set_source_files_properties(${PROJECT_SOURCE_DIR}/src/${FILE} PROPERTIES COMPILE_OPTIONS "${SEEN}" SKIP_PRECOMPILE_HEADERS ON)
    target_link_libraries(${LIBRARY} PRIVATE $<LINK_ONLY:${TARGET}>)
endfunction()

function(house_program NAME)
    cmake_parse_arguments(ARG "" "FROM" "DEPENDS;USES" ${ARGN})
    house_library(${ARG_FROM} DEPENDS ${ARG_DEPENDS} USES ${ARG_USES})
    add_executable(${NAME} ${PROJECT_SOURCE_DIR}/src/${ARG_FROM}/main.cpp)
    target_link_libraries(${NAME} PRIVATE ${ARG_FROM} house_warnings)
    if(TARGET ${ARG_FROM}_test)
        add_dependencies(${ARG_FROM}_test ${NAME})   # Its tests run the program itself.
    endif()
endfunction()

function(house_test NAME LIBRARY)
    add_executable(${NAME} ${ARGN})
    target_link_libraries(${NAME} PRIVATE ${LIBRARY} GTest::gtest_main GTest::gmock rapidcheck house_warnings)
    house_precompile(${NAME} <gmock/gmock.h> <gtest/gtest.h>)
    target_compile_definitions(${NAME} PRIVATE STEADFAST_FIXTURES="${PROJECT_SOURCE_DIR}/test/fixtures")
    add_test(NAME ${NAME} COMMAND ${NAME})
    set_property(GLOBAL APPEND PROPERTY HOUSE_TESTS ${NAME})
endfunction()

function(house_outside RESULT)
    set(TARGETS "")
    foreach(NAME ${ARGN})
        if(NOT DEFINED LIBRARY_${NAME})
            message(FATAL_ERROR "cmake/Libraries.cmake does not know '${NAME}'")
        endif()
        list(APPEND TARGETS ${LIBRARY_${NAME}})
    endforeach()
    set(${RESULT} ${TARGETS} PARENT_SCOPE)
endfunction()

# house_slices(ROOM): every folder below src/ROOM that has a slice.cpp is one of the room's slices. The list that
# ROOM/slices.hpp promises is written from the folders, so a new one is found and a deleted one is forgotten.
function(house_slices ROOM)
    file(GLOB FOUND CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/src/${ROOM}/*/slice.cpp)
    list(SORT FOUND)
    set(DECLARED "")
    set(LISTED "")
    foreach(FILE ${FOUND})
        get_filename_component(FOLDER ${FILE} DIRECTORY)
        get_filename_component(KEY ${FOLDER} NAME)
        string(APPEND DECLARED "const record::Slice& slice_of_${KEY}();\n")
        string(APPEND LISTED "        &slice_of_${KEY}(),\n")
    endforeach()
    set(LIST ${PROJECT_BINARY_DIR}/slices/${ROOM}_slices.cpp)
    file(CONFIGURE OUTPUT ${LIST} @ONLY CONTENT [[
#include "@ROOM@/slices.hpp"

#include <vector>

namespace steadfast::@ROOM@ {

@DECLARED@
std::span<const record::Slice* const> all_slices() {
    static const std::vector<const record::Slice*> slices{
@LISTED@    };
    return slices;
}

}  // namespace steadfast::@ROOM@
]])
    target_sources(${ROOM} PRIVATE ${LIST})
endfunction()
