#include "columns.h"

#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { most_cells = 256 };

void stop(const char *format, ...) {
    va_list facts;
    va_start(facts, format);
    fputs("lua-loop: ", stderr);
    vfprintf(stderr, format, facts);
    fputc('\n', stderr);
    va_end(facts);
    exit(1);
}

static void *room(size_t bytes) {
    void *memory = malloc(bytes == 0 ? 1 : bytes);
    if (memory == NULL) stop("no memory");
    return memory;
}

// The whole file, with a zero at its end.
static char *read_file(const char *path) {
    FILE *file = fopen(path, "rb");
    if (file == NULL) stop("%s: %s", path, strerror(errno));
    if (fseek(file, 0, SEEK_END) != 0) stop("%s: %s", path, strerror(errno));
    long size = ftell(file);
    rewind(file);
    char *text = room((size_t)size + 1);
    if (fread(text, 1, (size_t)size, file) != (size_t)size) stop("%s could not be read", path);
    text[size] = 0;
    fclose(file);
    return text;
}

// Cuts a line into its cells, in place; gives the start of the next line.
static char *cut(char *line, char **cells, int *count) {
    *count = 0;
    char *place = line;
    for (;;) {
        if (*count == most_cells) stop("a row of more than %d cells", most_cells);
        cells[(*count)++] = place;
        place += strcspn(place, ",\n");
        char end = *place;
        *place = 0;
        if (end == 0) return place;
        place++;
        if (end == '\n') return place;
    }
}

static long count_lines(const char *text) {
    long lines = 0;
    for (const char *place = strchr(text, '\n'); place != NULL; place = strchr(place + 1, '\n')) lines++;
    return lines;
}

static int is_integer(const char *cell, int64_t *value) {
    char *end;
    *value = strtoll(cell, &end, 10);
    return *end == 0;
}

static int is_decimal(const char *cell, double *value) {
    char *end;
    *value = strtod(cell, &end);
    return *end == 0;
}

static uint8_t code(struct column *column, char *cell) {
    for (int place = 0; place < column->text_count; place++) {
        if (strcmp(column->texts[place], cell) == 0) return (uint8_t)place;
    }
    if (column->text_count == most_texts) stop("%s has more than %d different texts", column->name, most_texts);
    column->texts[column->text_count] = cell;
    return (uint8_t)column->text_count++;
}

// The column of the cells, as the narrowest kind that holds them all.
static void fill(struct column *column, char **cells, long rows) {
    column->integers = room((size_t)rows * sizeof(int64_t));
    column->decimals = room((size_t)rows * sizeof(double));
    column->codes = room((size_t)rows);
    column->kind = kind_integer;
    for (long row = 0; row < rows && column->kind == kind_integer; row++) {
        if (!is_integer(cells[row], &column->integers[row])) column->kind = kind_decimal;
    }
    for (long row = 0; row < rows && column->kind == kind_decimal; row++) {
        if (!is_decimal(cells[row], &column->decimals[row])) column->kind = kind_text;
    }
    if (column->kind != kind_text) return;
    for (long row = 0; row < rows; row++) column->codes[row] = code(column, cells[row]);
}

struct table read_table(const char *path, char **names, int count) {
    if (count > most_columns) stop("more than %d fields", most_columns);
    struct table table = {.column_count = count};
    char *text = read_file(path);
    table.row_count = count_lines(text) - 1;
    if (table.row_count < 0) stop("%s has no header", path);

    char *cells[most_cells];
    int width;
    char *line = cut(text, cells, &width);
    int places[most_columns];
    char **values[most_columns];
    for (int field = 0; field < count; field++) {
        places[field] = -1;
        for (int cell = 0; cell < width; cell++) {
            if (strcmp(cells[cell], names[field]) == 0) places[field] = cell;
        }
        if (places[field] < 0) stop("%s has no column %s", path, names[field]);
        values[field] = room((size_t)table.row_count * sizeof(char *));
    }
    for (long row = 0; row < table.row_count; row++) {
        int found;
        line = cut(line, cells, &found);
        if (found != width) stop("row %ld has %d cells, not %d", row + 1, found, width);
        for (int field = 0; field < count; field++) {
            char *cell = cells[places[field]];
            if (*cell == 0) stop("row %ld has no %s", row + 1, names[field]);
            values[field][row] = cell;
        }
    }
    for (int field = 0; field < count; field++) {
        table.columns[field].name = names[field];
        fill(&table.columns[field], values[field], table.row_count);
        free(values[field]);
    }
    return table;
}
