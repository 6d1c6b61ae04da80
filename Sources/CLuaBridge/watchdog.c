// Time: one watchdog thread for the process. Each entry, and each record of a batch, raises a serial number; where it
// stands still for longer than the limit, measured by the thread's own processor time, the thread is signalled, and
// the handler sets a hook that keeps raising, as lua.c does for SIGINT. Time in the host's callbacks counts too, or a
// loop around one would run many times as long; what a callback excuses (clua_excuse), and entries nested in it, count
// for an eighth, so that a slow query fails no script and yet no loop around one is endless.
// Last resort: a thread stuck in C past the grace ends the process with code 65.

#include "internal.h"

#include <errno.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

/// Entries of different states that may nest on one thread.
#define SLOTS 8
/// Ignored by default, and used by neither libdispatch nor the libraries linked here.
#define STOP_SIGNAL SIGURG
#define LONGEST_TICK 25000000u
#define SHORTEST_TICK 1000000u
/// Ticks without an entry after which the watchdog sleeps until one begins.
#define IDLE_TICKS 40

typedef struct watched_thread {
    pthread_t thread;
    clockid_t clock;
    char *stack_end;
    _Atomic int depth;
    uint64_t serial;
    uint64_t last_time;
    cl_slot slots[SLOTS];
    struct watched_thread *next;
} watched_thread;

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t wake;
static pthread_once_t once = PTHREAD_ONCE_INIT;
static pthread_key_t leaving;
static watched_thread *threads;
static bool started;
static _Atomic bool idle;
static _Thread_local watched_thread *current;

/// Sets the hook in each state of this thread that is to stop. Runs in the signal: only atomics and lua_sethook.
static void on_signal(int number) {
    (void)number;
    int error = errno;
    watched_thread *thread = current;
    int depth = thread ? atomic_load(&thread->depth) : 0;
    for (int i = 0; i < depth; i++) {
        cl_slot *slot = &thread->slots[i];
        uint64_t stop = atomic_load(&slot->stop);
        if (stop == 0 || stop != atomic_load(&slot->serial)) continue;
        clua_state *S = atomic_load(&slot->state);
        S->stop = 1;
        lua_sethook(S->L, cl_stop_hook, LUA_MASKCOUNT, 1);
    }
    errno = error;
}

static uint64_t processor_time(clockid_t clock) {
    struct timespec time;
    if (clock_gettime(clock, &time) != 0) return 0;
    return (uint64_t)time.tv_sec * 1000000000u + (uint64_t)time.tv_nsec;
}

/// Ends the process: nothing else can stop C code that does not return.
static void last_resort(const clua_state *S) {
    char line[1400];
    int length;
    if (S->entry_line > 0) {
        length = snprintf(line, sizeof line,
                          "Chiso: %s:%d: the function could not be stopped within its time limit; the process ends\n",
                          S->entry_file, (int)S->entry_line);
    } else {
        length = snprintf(line, sizeof line,
                          "Chiso: %s: the script could not be stopped within its time limit; the process ends\n",
                          S->entry_file);
    }
    if (length > (int)sizeof line - 1) length = (int)sizeof line - 1;
    ssize_t written = write(STDERR_FILENO, line, (size_t)length);
    (void)written;
    _exit(65);
}

/// Looks at one thread's entries; the shortest limit among them lowers the tick.
static void look_at(watched_thread *thread, int depth, uint64_t *tick) {
    uint64_t now = processor_time(thread->clock);
    uint64_t passed = now > thread->last_time ? now - thread->last_time : 0;
    thread->last_time = now;
    bool signal = false;
    for (int i = 0; i < depth; i++) {
        cl_slot *slot = &thread->slots[i];
        uint64_t serial = atomic_load(&slot->serial);
        uint64_t limit = atomic_load(&slot->limit);
        if (limit / 8 < *tick) *tick = limit / 8 > SHORTEST_TICK ? limit / 8 : SHORTEST_TICK;
        if (serial != slot->seen) {
            slot->seen = serial;
            slot->stood = 0;
            continue;
        }
        bool top = i == depth - 1;
        bool running = top && !atomic_load(&slot->hosted);
        slot->stood += top && !atomic_load(&slot->excused) ? passed : passed / 8;
        if (slot->stood < limit) continue;
        if (running && slot->stood - limit >= atomic_load(&slot->grace) && atomic_load(&slot->stop) == serial) {
            last_resort(atomic_load(&slot->state));
        }
        atomic_store(&slot->stop, serial);
        signal = true;
    }
    if (signal) pthread_kill(thread->thread, STOP_SIGNAL);
}

static void *watch(void *unused) {
    (void)unused;
    int empty = 0;
    pthread_mutex_lock(&lock);
    for (;;) {
        uint64_t tick = LONGEST_TICK;
        bool active = false;
        for (watched_thread *thread = threads; thread; thread = thread->next) {
            int depth = atomic_load(&thread->depth);
            if (depth == 0) continue;
            active = true;
            look_at(thread, depth, &tick);
        }
        empty = active ? 0 : empty + 1;
        if (empty > IDLE_TICKS) {
            atomic_store(&idle, true);
            bool begun = false;
            for (watched_thread *thread = threads; thread; thread = thread->next) {
                begun = begun || atomic_load(&thread->depth) > 0;
            }
            while (!begun && atomic_load(&idle)) pthread_cond_wait(&wake, &lock);
            atomic_store(&idle, false);
            empty = 0;
            continue;
        }
        struct timespec until;
        clock_gettime(CLOCK_MONOTONIC, &until);
        uint64_t nanoseconds = (uint64_t)until.tv_nsec + tick;
        until.tv_sec += (time_t)(nanoseconds / 1000000000u);
        until.tv_nsec = (long)(nanoseconds % 1000000000u);
        pthread_cond_timedwait(&wake, &lock, &until);
    }
    return NULL;
}

/// Takes a thread that ends off the list.
static void leave(void *value) {
    watched_thread *thread = value;
    pthread_mutex_lock(&lock);
    for (watched_thread **place = &threads; *place; place = &(*place)->next) {
        if (*place != thread) continue;
        *place = thread->next;
        break;
    }
    pthread_mutex_unlock(&lock);
    current = NULL;
    free(thread);
}

static void start(void) {
    pthread_condattr_t attributes;
    pthread_condattr_init(&attributes);
    pthread_condattr_setclock(&attributes, CLOCK_MONOTONIC);
    pthread_cond_init(&wake, &attributes);
    pthread_condattr_destroy(&attributes);
    struct sigaction action;
    memset(&action, 0, sizeof action);
    action.sa_handler = on_signal;
    action.sa_flags = SA_RESTART;
    sigemptyset(&action.sa_mask);
    if (sigaction(STOP_SIGNAL, &action, NULL) != 0 || pthread_key_create(&leaving, leave) != 0) return;
    sigset_t all, before;
    sigfillset(&all);
    pthread_sigmask(SIG_SETMASK, &all, &before);
    pthread_t thread;
    started = pthread_create(&thread, NULL, watch, NULL) == 0;
    if (started) pthread_detach(thread);
    pthread_sigmask(SIG_SETMASK, &before, NULL);
}

/// Puts the calling thread on the list, once a thread. Worker threads of libdispatch block most signals.
static watched_thread *enlist(void) {
    pthread_once(&once, start);
    if (!started) return NULL;
    watched_thread *thread = calloc(1, sizeof *thread);
    if (!thread) return NULL;
    thread->thread = pthread_self();
    pthread_attr_t attributes;
    void *stack = NULL;
    size_t size = 0, guard = 0;
    if (pthread_getcpuclockid(thread->thread, &thread->clock) != 0
        || pthread_getattr_np(thread->thread, &attributes) != 0) {
        free(thread);
        return NULL;
    }
    pthread_attr_getstack(&attributes, &stack, &size);
    pthread_attr_getguardsize(&attributes, &guard);
    pthread_attr_destroy(&attributes);
    thread->stack_end = (char *)stack + guard;
    if (pthread_setspecific(leaving, thread) != 0) {
        free(thread);
        return NULL;
    }
    sigset_t set;
    sigemptyset(&set);
    sigaddset(&set, STOP_SIGNAL);
    current = thread;
    pthread_sigmask(SIG_UNBLOCK, &set, NULL);
    pthread_mutex_lock(&lock);
    thread->next = threads;
    threads = thread;
    pthread_mutex_unlock(&lock);
    return thread;
}

/// Begins to watch an entry; false where too many nest or no watchdog can be had. Does not raise.
bool cl_watch_begin(clua_state *S, uint64_t limit_ns) {
    watched_thread *thread = current ? current : enlist();
    if (!thread) return false;
    int depth = atomic_load_explicit(&thread->depth, memory_order_relaxed);
    if (depth == SLOTS) return false;
    S->stack_end = thread->stack_end;
    cl_slot *slot = &thread->slots[depth];
    atomic_store_explicit(&slot->limit, limit_ns, memory_order_relaxed);
    atomic_store_explicit(&slot->grace, S->limits.grace_ns, memory_order_relaxed);
    atomic_store_explicit(&slot->hosted, 0, memory_order_relaxed);
    atomic_store_explicit(&slot->excused, 0, memory_order_relaxed);
    atomic_store_explicit(&slot->stop, 0, memory_order_relaxed);
    atomic_store_explicit(&slot->state, S, memory_order_relaxed);
    atomic_store_explicit(&slot->serial, ++thread->serial, memory_order_relaxed);
    S->slot = slot;
    S->stop = 0;
    atomic_store(&thread->depth, depth + 1);
    if (atomic_load(&idle)) {
        pthread_mutex_lock(&lock);
        atomic_store(&idle, false);
        pthread_cond_signal(&wake);
        pthread_mutex_unlock(&lock);
    }
    return true;
}

/// Goes on to the next record of a batch: its time begins anew, and a stop of the last one is over. Does not raise.
void cl_watch_next(clua_state *S) {
    atomic_store_explicit(&S->slot->serial, ++current->serial, memory_order_relaxed);
    atomic_signal_fence(memory_order_seq_cst);
    if (!S->stop) return;
    S->stop = 0;
    lua_sethook(S->L, NULL, 0, 0);
}

/// Ends what cl_watch_begin began. The slot is closed before the hook goes, so that no late signal sets it again.
void cl_watch_end(clua_state *S) {
    int depth = atomic_load_explicit(&current->depth, memory_order_relaxed);
    atomic_store(&current->depth, depth - 1);
    atomic_signal_fence(memory_order_seq_cst);
    S->slot = NULL;
    if (S->stop) lua_sethook(S->L, NULL, 0, 0);
}

/// Marks the time of a callback into the host. Does not raise.
void cl_host_begin(clua_state *S) {
    if (S->slot) atomic_store_explicit(&S->slot->hosted, 1, memory_order_relaxed);
}

/// The callback is over. Does not raise.
void cl_host_end(clua_state *S) {
    if (S->slot) atomic_store_explicit(&S->slot->hosted, 0, memory_order_relaxed);
}

void clua_excuse(clua_state *S, bool excused) {
    if (S->slot) atomic_store_explicit(&S->slot->excused, excused, memory_order_relaxed);
}

/// The hook that stops an entry: it stays, so that nothing a script catches lets it go on.
void cl_stop_hook(lua_State *L, lua_Debug *record) {
    (void)record;
    if (cl_state(L)->in_handler) return;
    cl_raise(L, CLUA_FAULT_TIME, NULL, NULL, "the script took longer than its time limit");
}
