/* python.exe for Wine: all of Python lies in the DLL beside it. */
#include <wchar.h>

extern int Py_Main(int argc, wchar_t **argv);

int wmain(int argc, wchar_t **argv) { return Py_Main(argc, argv); }
