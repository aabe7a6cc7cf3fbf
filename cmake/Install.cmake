# Installation: the binary, the library, its headers, find_package(guanlan) and pkg-config.
include(GNUInstallDirs)
include(CMakePackageConfigHelpers)

set_target_properties(guanlan PROPERTIES VERSION ${PROJECT_VERSION} SOVERSION ${PROJECT_VERSION_MAJOR})
install(TARGETS guanlan EXPORT guanlan-targets
  RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR}
  LIBRARY DESTINATION ${CMAKE_INSTALL_LIBDIR}
  ARCHIVE DESTINATION ${CMAKE_INSTALL_LIBDIR})
install(TARGETS guanlan_bin RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
install(DIRECTORY include/guanlan DESTINATION ${CMAKE_INSTALL_INCLUDEDIR})
install(EXPORT guanlan-targets NAMESPACE guanlan::
  DESTINATION ${CMAKE_INSTALL_LIBDIR}/cmake/guanlan)

configure_package_config_file(${CMAKE_CURRENT_LIST_DIR}/guanlan-config.cmake.in
  ${CMAKE_CURRENT_BINARY_DIR}/guanlan-config.cmake
  INSTALL_DESTINATION ${CMAKE_INSTALL_LIBDIR}/cmake/guanlan)
write_basic_package_version_file(${CMAKE_CURRENT_BINARY_DIR}/guanlan-config-version.cmake
  COMPATIBILITY SameMinorVersion)
install(FILES ${CMAKE_CURRENT_BINARY_DIR}/guanlan-config.cmake
  ${CMAKE_CURRENT_BINARY_DIR}/guanlan-config-version.cmake
  DESTINATION ${CMAKE_INSTALL_LIBDIR}/cmake/guanlan)

configure_file(${CMAKE_CURRENT_LIST_DIR}/guanlan.pc.in ${CMAKE_CURRENT_BINARY_DIR}/guanlan.pc @ONLY)
install(FILES ${CMAKE_CURRENT_BINARY_DIR}/guanlan.pc
  DESTINATION ${CMAKE_INSTALL_LIBDIR}/pkgconfig)

install(FILES ${PROJECT_SOURCE_DIR}/LICENSE DESTINATION ${CMAKE_INSTALL_DOCDIR})
install(FILES ${PROJECT_SOURCE_DIR}/docs/record.md ${PROJECT_SOURCE_DIR}/docs/record.schema.json
  ${PROJECT_SOURCE_DIR}/docs/errors.md DESTINATION ${CMAKE_INSTALL_DOCDIR})

set(CPACK_GENERATOR DEB)
set(CPACK_STRIP_FILES ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION text)
set(CPACK_PACKAGE_NAME guanlan)
set(CPACK_PACKAGE_CONTACT "Guanlan maintainers <maintainers@guanlan.invalid>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "${PROJECT_DESCRIPTION}")
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS
  "poppler-utils, poppler-data, qpdf, tesseract-ocr, tesseract-ocr-chi-sim")
include(CPack)
