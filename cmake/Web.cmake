# The pages of web/, built by npm and compiled into the library under the names web/dist/….
#
# npm runs when something under web/ changed; the names of the built files hold digests, so what is
# embedded is known only then and reaches embedded.S through two included files.
# Sets GUANLAN_BUILT_PAGES: the folder of data.inc and table.inc, empty without GUANLAN_WEB.
set(GUANLAN_BUILT_PAGES "")
if(GUANLAN_WEB)
  find_program(GUANLAN_NPM npm REQUIRED)
  set(web ${CMAKE_CURRENT_SOURCE_DIR}/web)
  set(GUANLAN_BUILT_PAGES ${CMAKE_CURRENT_BINARY_DIR}/web)
  file(GLOB_RECURSE web_sources CONFIGURE_DEPENDS ${web}/src/* ${web}/public/*)
  list(FILTER web_sources EXCLUDE REGEX "\\.test\\.ts$")
  list(APPEND web_sources ${web}/index.html ${web}/vite.config.ts ${web}/tsconfig.json)

  add_custom_command(OUTPUT ${GUANLAN_BUILT_PAGES}/packages.stamp
    COMMAND ${GUANLAN_NPM} ci --no-audit --no-fund --loglevel=error
    COMMAND ${CMAKE_COMMAND} -E touch ${GUANLAN_BUILT_PAGES}/packages.stamp
    WORKING_DIRECTORY ${web}
    DEPENDS ${web}/package.json ${web}/package-lock.json
    COMMENT "Fetching the packages of web/" VERBATIM)
  add_custom_command(OUTPUT ${GUANLAN_BUILT_PAGES}/data.inc ${GUANLAN_BUILT_PAGES}/table.inc
    COMMAND ${GUANLAN_NPM} run --silent build -- --outDir ${GUANLAN_BUILT_PAGES}/dist --emptyOutDir
            --logLevel warn
    COMMAND ${CMAKE_COMMAND} -D FOLDER=${GUANLAN_BUILT_PAGES} -P ${CMAKE_CURRENT_LIST_DIR}/EmbedPages.cmake
    WORKING_DIRECTORY ${web}
    DEPENDS ${GUANLAN_BUILT_PAGES}/packages.stamp ${web_sources} ${CMAKE_CURRENT_LIST_DIR}/EmbedPages.cmake
    COMMENT "Building the pages of web/" VERBATIM)
endif()
