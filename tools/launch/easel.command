#!/bin/sh
# For a double click in the Finder. Not tried yet.
exec "${0%/*}/easel" "$@"
