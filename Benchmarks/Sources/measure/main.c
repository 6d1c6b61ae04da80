// measure OUTPUT COMMAND…: runs a command to its end and tells what the whole process cost.
//
// The command's standard output goes to the file OUTPUT, its standard input is empty, its standard error is ours. On our
// own standard output stands one line: seconds from start to end, the most memory it held in KiB, and its exit status
// (128 and the signal's number, if a signal ended it). A command that cannot be started: 127, as in a shell.
//
// It is a program of its own because it is small: Linux counts the memory of the process that starts another as the
// other's, up to the moment the new program is loaded, so that a large one would raise the peak of a small command.

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <stdio.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>

extern char **environ;

static double now(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec + 1e-9 * (double)time.tv_nsec;
}

int main(int count, char **arguments) {
    if (count < 3) {
        fputs("usage: measure OUTPUT COMMAND…\n", stderr);
        return 64;
    }
    // Signals as a shell would hand them on, whatever our parent does with its own.
    sigset_t none, interruptions;
    sigemptyset(&none);
    sigemptyset(&interruptions);
    sigaddset(&interruptions, SIGINT);
    sigaddset(&interruptions, SIGTERM);
    sigaddset(&interruptions, SIGPIPE);
    posix_spawnattr_t attributes;
    posix_spawnattr_init(&attributes);
    posix_spawnattr_setsigmask(&attributes, &none);
    posix_spawnattr_setsigdefault(&attributes, &interruptions);
    posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF);

    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0);
    posix_spawn_file_actions_addopen(&actions, 1, arguments[1], O_WRONLY | O_CREAT | O_TRUNC, 0644);

    pid_t process;
    double begun = now();
    int failure = posix_spawnp(&process, arguments[2], &actions, &attributes, arguments + 2, environ);
    if (failure != 0) {
        fprintf(stderr, "%s: %s\n", arguments[2], strerror(failure));
        return 127;
    }
    int status;
    struct rusage usage;
    while (wait4(process, &status, 0, &usage) < 0) {
        if (errno != EINTR) {
            perror("wait4");
            return 71;
        }
    }
    double seconds = now() - begun;
    int code = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
    printf("%.6f %ld %d\n", seconds, usage.ru_maxrss, code);
    return 0;
}
