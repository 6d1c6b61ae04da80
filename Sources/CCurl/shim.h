// libcurl's types, as the distribution ships them. The library itself is loaded when something is first sent
// (`CurlLibrary`), so nothing here calls it by name. Its functions for options take any type of argument, which Swift cannot
// call; here is one for each type that Delivery gives or asks for, each with the address of libcurl's own function. None of
// them keeps what it is given, but for callbacks, their contexts and lists, which must outlive the handle.
#ifndef CHISO_CCURL_SHIM_H
#define CHISO_CCURL_SHIM_H

#define CURL_DISABLE_TYPECHECK
#include <curl/curl.h>

// The header hides both behind macros that count their arguments.
#undef curl_easy_setopt
#undef curl_easy_getinfo

/// `curl_easy_setopt` and `curl_easy_getinfo` by their addresses.
typedef CURLcode (*chiso_curl_option_setter)(CURL *, CURLoption, ...);
typedef CURLcode (*chiso_curl_info_getter)(CURL *, CURLINFO, ...);

/// Sets an option that is a number or a switch.
static inline CURLcode chiso_curl_set_long(void *setopt, CURL *handle, CURLoption option, long value) {
    return ((chiso_curl_option_setter)setopt)(handle, option, value);
}

/// Sets an option that is a size.
static inline CURLcode chiso_curl_set_size(void *setopt, CURL *handle, CURLoption option, curl_off_t value) {
    return ((chiso_curl_option_setter)setopt)(handle, option, value);
}

/// Sets an option that is a text; libcurl copies it.
static inline CURLcode chiso_curl_set_text(void *setopt, CURL *handle, CURLoption option, const char *value) {
    return ((chiso_curl_option_setter)setopt)(handle, option, value);
}

/// Sets an option that is a list; it must outlive the handle.
static inline CURLcode chiso_curl_set_list(void *setopt, CURL *handle, CURLoption option, struct curl_slist *list) {
    return ((chiso_curl_option_setter)setopt)(handle, option, list);
}

/// Sets a buffer of CURL_ERROR_SIZE bytes for the reason of a failure; it must outlive the handle.
static inline CURLcode chiso_curl_set_error_buffer(void *setopt, CURL *handle, char *buffer) {
    return ((chiso_curl_option_setter)setopt)(handle, CURLOPT_ERRORBUFFER, buffer);
}

/// Who is asked for what is sent: a count of bytes put into the buffer, 0 at the end.
static inline CURLcode chiso_curl_set_reader(void *setopt, CURL *handle, curl_read_callback reader, void *context) {
    chiso_curl_option_setter set = (chiso_curl_option_setter)setopt;
    CURLcode code = set(handle, CURLOPT_READFUNCTION, reader);
    return code != CURLE_OK ? code : set(handle, CURLOPT_READDATA, context);
}

/// Who is given what is received; anything but the count of bytes given ends the transfer.
static inline CURLcode chiso_curl_set_writer(void *setopt, CURL *handle, curl_write_callback writer, void *context) {
    chiso_curl_option_setter set = (chiso_curl_option_setter)setopt;
    CURLcode code = set(handle, CURLOPT_WRITEFUNCTION, writer);
    return code != CURLE_OK ? code : set(handle, CURLOPT_WRITEDATA, context);
}

/// Who is given the lines of a head, or the replies of a mail server; as with a writer.
static inline CURLcode chiso_curl_set_head_writer(
    void *setopt, CURL *handle, curl_write_callback writer, void *context) {
    chiso_curl_option_setter set = (chiso_curl_option_setter)setopt;
    CURLcode code = set(handle, CURLOPT_HEADERFUNCTION, writer);
    return code != CURLE_OK ? code : set(handle, CURLOPT_HEADERDATA, context);
}

/// Who is asked again and again whether to go on: 0, or anything else to end the transfer.
static inline CURLcode chiso_curl_set_progress(
    void *setopt, CURL *handle, curl_xferinfo_callback progress, void *context) {
    chiso_curl_option_setter set = (chiso_curl_option_setter)setopt;
    CURLcode code = set(handle, CURLOPT_XFERINFOFUNCTION, progress);
    if (code == CURLE_OK) code = set(handle, CURLOPT_XFERINFODATA, context);
    return code != CURLE_OK ? code : set(handle, CURLOPT_NOPROGRESS, 0L);
}

/// What libcurl knows after a transfer: a size or a time; 0 where it knows nothing.
static inline curl_off_t chiso_curl_get_size(void *getinfo, CURL *handle, CURLINFO info) {
    curl_off_t value = 0;
    return ((chiso_curl_info_getter)getinfo)(handle, info, &value) == CURLE_OK ? value : 0;
}

#endif
