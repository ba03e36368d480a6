// usage: measure TIMES PROGRAM ARGUMENT… — prints the median of the wall seconds, the least CPU seconds, and the memory in MB.
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static int ascending(const void *a, const void *b) {
  double difference = *(const double *)a - *(const double *)b;
  return (difference > 0) - (difference < 0);
}

int main(int count, char **words) {
  int times = atoi(words[1]), quiet = open("/dev/null", O_WRONLY);
  double *wall = malloc(times * sizeof *wall), least = 1e9, memory = 0;
  for (int i = 0; i < times; i++) {
    struct timespec start, end;
    struct rusage usage;
    int status;
    clock_gettime(CLOCK_MONOTONIC, &start);
    pid_t child = vfork();
    if (child == 0) {
      dup2(quiet, 1);
      execv(words[2], words + 2);
      _exit(127);
    }
    wait4(child, &status, 0, &usage);
    clock_gettime(CLOCK_MONOTONIC, &end);
    if (status != 0) return 1;
    wall[i] = end.tv_sec - start.tv_sec + (end.tv_nsec - start.tv_nsec) / 1e9;
    double cpu = usage.ru_utime.tv_sec + usage.ru_stime.tv_sec + (usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e6;
    if (cpu < least) least = cpu;
    if (usage.ru_maxrss / 1024.0 > memory) memory = usage.ru_maxrss / 1024.0;
  }
  qsort(wall, times, sizeof *wall, ascending);
  printf("%.6f %.6f %.2f\n", wall[times / 2], least, memory);
  return 0;
}
