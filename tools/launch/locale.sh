# Read by ./easel and by the launcher of a bundle.
# The JVM takes its idea of file names from the locale: in C, POSIX or one that is not installed it could not open a
# Chinese one, nor start from a folder of that name. One missing locale spoils them all, whatever LC_CTYPE says, and
# `locale` warns of it. The person's language is kept.
if [ "$(uname 2>/dev/null)" != Darwin ] && [ "$(locale charmap 2>&1)" != UTF-8 ]; then
  wanted=${LC_ALL:-${LC_MESSAGES:-${LANG:-en}}}
  export EASEL_LANG="${EASEL_LANG:-${wanted%%[_.]*}}" LC_ALL=C.UTF-8
fi
