// How ggml's threads wait for each other on x86-64. CMakeLists.txt includes this before ggml-cpu.c, whose only call of
// _mm_pause() is the one turn of its waiting loops.
//
// ggml waits by turning without end. While another program holds one core, the thread there gets hardly any time, and its
// fellow on the other core, turning, keeps that core busy: the system sees two busy cores and moves nobody. A picture of 3 s
// took over 60 s that way. A thread that has turned for a while sleeps for a moment instead; its core is then free for
// the thread that is being waited for.
#pragma once

#if defined(__x86_64__) || defined(_M_X64)

#include <immintrin.h>
#include <stdint.h>

#if defined(_MSC_VER)
#include <intrin.h>
#define EASEL_THREAD_LOCAL __declspec(thread)
#else
#include <x86intrin.h>
#define EASEL_THREAD_LOCAL __thread
#endif

#if defined(_WIN32)
#define WIN32_LEAN_AND_MEAN
#ifndef NOMINMAX
#define NOMINMAX
#endif
#include <windows.h>
#else
#include <time.h>
#endif

enum {
    EASEL_TURNS_BEFORE_SLEEP = 2000,  // 40 to 140 cycles each: some 50 microseconds
    EASEL_CYCLES_APART = 20000        // two turns further apart belong to two waits
};

// Called on the way out of a long wait's turn; Windows has no shorter sleep than a tick.
static inline void easel_step_aside(uint32_t turns) {
#if defined(_WIN32)
    if (turns > 20 * EASEL_TURNS_BEFORE_SLEEP) {
        Sleep(1);
    } else {
        SwitchToThread();
    }
#else
    struct timespec moment = { 0, 20000 };
    (void) turns;
    nanosleep(&moment, 0);
#endif
}

static inline void easel_turn(void) {
    static EASEL_THREAD_LOCAL uint64_t last;
    static EASEL_THREAD_LOCAL uint32_t turns;
    uint64_t now = __rdtsc();
    turns = now - last > EASEL_CYCLES_APART ? 0 : turns + 1;
    _mm_pause();
    if (turns > EASEL_TURNS_BEFORE_SLEEP) {
        easel_step_aside(turns);
        last = __rdtsc();
    } else {
        last = now;
    }
}

#define _mm_pause() easel_turn()

#endif
