# guanlan_embed(TARGET GLOB…): compiles data files into TARGET.
#
# Makes one assembler file with .incbin per data file and a table of names, so that embedding
# megabytes costs no compile time. Read back through src/lexicon/embedded.h. The built pages of
# web/ come in by included files (Web.cmake).
function(guanlan_embed target)
  set(asm ".section .rodata\n")
  set(table "")
  set(index 0)
  foreach(pattern IN LISTS ARGN)
    file(GLOB files LIST_DIRECTORIES false CONFIGURE_DEPENDS RELATIVE ${CMAKE_CURRENT_SOURCE_DIR} ${pattern})
    foreach(file IN LISTS files)
      string(APPEND asm
        "name_${index}: .ascii \"${file}\"\nname_${index}_end:\n"
        "data_${index}: .incbin \"${CMAKE_CURRENT_SOURCE_DIR}/${file}\"\ndata_${index}_end:\n")
      string(APPEND table
        "  .quad name_${index}, name_${index}_end - name_${index}, data_${index}, data_${index}_end - data_${index}\n")
      list(APPEND depends ${CMAKE_CURRENT_SOURCE_DIR}/${file})
      math(EXPR index "${index} + 1")
    endforeach()
  endforeach()
  if(GUANLAN_BUILT_PAGES)
    string(APPEND asm "#include \"${GUANLAN_BUILT_PAGES}/data.inc\"\n")
    string(APPEND table "#include \"${GUANLAN_BUILT_PAGES}/table.inc\"\n")
    list(APPEND depends ${GUANLAN_BUILT_PAGES}/data.inc ${GUANLAN_BUILT_PAGES}/table.inc)
  endif()
  string(APPEND asm
    ".section .data.rel.ro, \"aw\"\n.balign 8\n"
    ".globl guanlan_embedded\n.hidden guanlan_embedded\nguanlan_embedded:\n${table}"
    "guanlan_embedded_end:\n"
    ".globl guanlan_embedded_count\n.hidden guanlan_embedded_count\n"
    "guanlan_embedded_count: .quad (guanlan_embedded_end - guanlan_embedded) / 32\n"
    ".section .note.GNU-stack,\"\",@progbits\n")
  set(output ${CMAKE_CURRENT_BINARY_DIR}/embedded.S)
  file(GENERATE OUTPUT ${output} CONTENT "${asm}")
  target_sources(${target} PRIVATE ${output})
  set_source_files_properties(${output} PROPERTIES OBJECT_DEPENDS "${depends}")
endfunction()
