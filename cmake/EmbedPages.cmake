# cmake -D FOLDER=… -P EmbedPages.cmake: writes FOLDER/data.inc and FOLDER/table.inc, the rows of
# embedded.S (Embed.cmake) for the files in FOLDER/dist.
file(GLOB_RECURSE files RELATIVE ${FOLDER}/dist ${FOLDER}/dist/*)
list(SORT files)
set(data "")
set(table "")
set(index 0)
foreach(file IN LISTS files)
  string(APPEND data
    "page_name_${index}: .ascii \"web/dist/${file}\"\npage_name_${index}_end:\n"
    "page_data_${index}: .incbin \"${FOLDER}/dist/${file}\"\npage_data_${index}_end:\n")
  string(APPEND table
    "  .quad page_name_${index}, page_name_${index}_end - page_name_${index}, page_data_${index}, page_data_${index}_end - page_data_${index}\n")
  math(EXPR index "${index} + 1")
endforeach()
file(WRITE ${FOLDER}/data.inc "${data}")
file(WRITE ${FOLDER}/table.inc "${table}")
