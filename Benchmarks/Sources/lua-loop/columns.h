// The columns of a CSV file, held in arrays.

#pragma once

#include <stdint.h>

enum { most_columns = 64, most_texts = 64 };

enum kind { kind_integer, kind_decimal, kind_text };

struct column {
    const char *name;
    enum kind kind;
    // One of the three holds a value a row; a text is told by its number among `texts`, the different ones.
    int64_t *integers;
    double *decimals;
    uint8_t *codes;
    char *texts[most_texts];
    int text_count;
};

struct table {
    long row_count;
    int column_count;
    struct column columns[most_columns];
};

// Reads the named columns. A column is of integers if all its values are, else of numbers if all are, else of texts.
// Whatever is wrong ends the program with a sentence.
struct table read_table(const char *path, char **names, int count);

// Ends the program with a sentence and exit code 1.
_Noreturn void stop(const char *format, ...) __attribute__((format(printf, 1, 2)));
