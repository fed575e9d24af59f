# Read by ./easel and by the launcher of a bundle.
# The JVM takes its idea of file names from the locale: in C, POSIX or one that is not installed it could not open a
# Chinese one. The person's language is kept.
if [ "$(uname 2>/dev/null)" != Darwin ] && [ "$(locale charmap 2>/dev/null)" != UTF-8 ]; then
  wanted=${LC_ALL:-${LC_MESSAGES:-${LANG:-en}}}
  export EASEL_LANG="${EASEL_LANG:-${wanted%%[_.]*}}" LC_CTYPE=C.UTF-8
  unset LC_ALL
fi
