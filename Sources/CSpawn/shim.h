// Functions of the GNU C library that its headers show to who defines _GNU_SOURCE only; Swift's module of that library
// does not. They are in the library of Debian 12 (glibc 2.34 and later).
#ifndef CHISO_CSPAWN_SHIM_H
#define CHISO_CSPAWN_SHIM_H

#include <spawn.h>

/// In the new process, closes every descriptor from a number on. Gives 0, or an error number.
int posix_spawn_file_actions_addclosefrom_np(posix_spawn_file_actions_t *actions, int from);

/// In the new process, goes to a folder; the path is copied. Gives 0, or an error number.
int posix_spawn_file_actions_addchdir_np(posix_spawn_file_actions_t *restrict actions, const char *restrict path);

/// Makes a pipe, its end for reading first, with flags such as O_CLOEXEC. Gives 0, or -1 with errno set.
int pipe2(int ends[2], int flags);

#endif
