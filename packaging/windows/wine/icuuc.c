/* The part of Windows that Wine 8 lacks: converters of character sets. This one has none, which
   Qt takes for an answer. Every function returns 0, whatever it is asked; opening a converter
   sets the error besides. make.sh writes exports.h from what Qt's own libraries ask for.
   It lies in the prefix of the tests only and never goes into what is shipped. */

#define U_UNSUPPORTED_ERROR 16

__declspec(dllexport) void *ucnv_open(const char *name, int *error)
{
    (void)name;
    if (error)
        *error = U_UNSUPPORTED_ERROR;
    return 0;
}

#define ABSENT(function) __declspec(dllexport) long long function(void) { return 0; }
#include "exports.h"
